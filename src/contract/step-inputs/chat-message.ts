import { z } from "zod";
import { media } from "./fields.ts";

const picture = z.object({
  url: media("image", "The picture."),
  detail: z.string().nullish().describe('How closely to look: "low", "high" or "auto".'),
});

/** A part of a user's message; a picture's part goes by two names. Source: the document's ChatCompletionContentPart. */
const contentPart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().describe("What the user says.") }),
  z.object({ type: z.literal("image_url"), image_url: picture }),
  z.object({ type: z.literal("imageUrl"), imageUrl: picture }),
]);

const name = z.string().nullish().describe("Who speaks.");
const words = (description: string) => z.string().meta({ description, format: "prompt" });

const toolCallSchema = z.object({
  id: z.string(),
  type: z.string(),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const generatedImage = z.object({
  type: z.string().default("image_url"),
  image_url: z.object({ url: z.string() }),
});

export const assistantMessageSchema = z.object({
  role: z.literal("assistant"),
  content: words("What the assistant said.").nullish(),
  name,
  refusal: z.string().nullish().describe("Why the assistant declined."),
  tool_calls: z.array(toolCallSchema).nullish().describe("The tools that the assistant called."),
  images: z.array(generatedImage).nullish().describe("Pictures that the assistant made."),
});

/** A message of a conversation. Source: the document's ChatCompletionMessage. */
export const chatMessageSchema = z.discriminatedUnion("role", [
  z.object({ role: z.literal("user"), content: z.union([words("What the user says."), z.array(contentPart)]), name }),
  z.object({ role: z.literal("system"), content: words("How the assistant is to behave."), name }),
  assistantMessageSchema,
  z.object({
    role: z.literal("tool"),
    content: words("What the tool answered."),
    tool_call_id: z.string().describe("The call that this answers."),
  }),
]);
export type ChatMessage = z.output<typeof chatMessageSchema>;
