import { z } from "zod";
import { assistantMessageSchema, chatMessageSchema } from "./chat-message.ts";
import { stepType } from "./step-type.ts";

const tool = z.object({
  type: z.string().describe('Usually "function".'),
  function: z
    .object({
      name: z.string(),
      description: z.string().nullish(),
      parameters: z.unknown().optional().describe("A JSON schema of the arguments."),
      strict: z.boolean().nullish(),
    })
    .optional(),
  parameters: z.unknown().optional().describe("Parameters of a tool that the provider runs."),
});

const penalty = (description: string) => z.number().min(-2).max(2).default(0).describe(description);

const responseFormat = z.object({
  type: z.enum(["text", "json_object", "json_schema"]).describe("Free text, any JSON, or JSON of a given shape."),
  jsonSchema: z
    .object({
      name: z.string().min(1),
      description: z.string().nullish(),
      schema: z.unknown(),
      strict: z.boolean().nullish(),
    })
    .optional()
    .describe("The shape that the answer must have."),
});

// Mixed camelCase and snake_case is the wire's own (facts 8, "chatCompletion").
export const chatCompletion = stepType({
  type: "chatCompletion",
  title: "Chat",
  description: "Answers a conversation with a language model.",
  group: "text",
  input: z.object({
    model: z.string().min(1).describe("The model to ask, such as openai/gpt-oss-120b or openai/gpt-4o-mini."),
    messages: z.array(chatMessageSchema).min(1).describe("The conversation so far."),
    temperature: z.number().min(0).max(2).default(1).describe("How freely: 0 sober, 2 wild."),
    topP: z.number().min(0).max(1).default(1).describe("Only consider the likeliest words up to this share."),
    maxTokens: z.number().int().min(1).max(128_000).nullish().describe("The longest answer, in tokens."),
    n: z.number().int().min(1).max(128).default(1).describe("How many answers to give."),
    stop: z.array(z.string()).nullish().describe("Texts at which an answer ends; at most 4."),
    presencePenalty: penalty("Above 0: turn to new subjects."),
    frequencyPenalty: penalty("Above 0: avoid repeating words."),
    seed: z.number().int().nullish().meta({ description: "The same seed gives the same answer.", format: "seed" }),
    responseFormat: responseFormat.optional().describe("The form of the answer."),
    modalities: z.array(z.string()).nullish().describe('What to answer with: "text", "image".'),
    image_config: z
      .object({
        aspect_ratio: z.enum(["1:1", "16:9", "9:16", "4:3", "3:4", "21:9"]).nullish().describe("Width to height."),
        image_size: z.enum(["0.5K", "1K", "2K", "4K"]).nullish().describe("The size of the pictures."),
        n: z.number().int().min(1).max(10).nullish().describe("How many pictures to make."),
      })
      .optional()
      .describe("Of the pictures, when the answer has any."),
    tools: z.array(tool).nullish().describe("Functions that the model may call."),
    tool_choice: z.unknown().optional().describe('"auto", "none", "required", or the function to call.'),
    user: z.string().nullish().describe("An id of the end user."),
    logprobs: z.boolean().nullish().describe("Tell the likelihood of each token."),
    topLogprobs: z.number().int().min(0).max(20).nullish().describe("How many alternatives to tell of each token."),
    chatTemplateKwargs: z.record(z.string(), z.unknown()).nullish().describe("Extras for the model's chat template."),
  }),
  output: z.object({
    id: z.string(),
    object: z.literal("chat.completion"),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.number().int(),
        message: assistantMessageSchema,
        finishReason: z.string().nullish(),
        logprobs: z.unknown().optional(),
      }),
    ),
    usage: z.object({ promptTokens: z.number(), completionTokens: z.number(), totalTokens: z.number() }).nullish(),
    systemFingerprint: z.string().nullish(),
    parsed: z.unknown().optional(),
  }),
});
export type ChatCompletionInput = z.output<typeof chatCompletion.input>;
