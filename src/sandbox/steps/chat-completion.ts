import type { ChatCompletionInput } from "#contract/step-inputs/chat-completion.ts";
import { seedFrom } from "#sandbox/random.ts";
import { answerChat } from "./answer-chat.ts";
import { chatPictures } from "./chat-pictures.ts";
import { chatPrice } from "./chat-price.ts";
import { keywordsOf, promptTokensOf, textOf, tokensIn } from "./chat-text.ts";
import { chatToolCalls } from "./chat-tools.ts";
import { jsonExample } from "./json-example.ts";
import { type RunTools, stepHandler } from "./step-handler.ts";

export const chatCompletionHandler = stepHandler<ChatCompletionInput>({
  type: "chatCompletion",
  price: chatPrice,
  durationSeconds: () => 2,
  itemCount: () => 1,
  run: async (input, tools) => {
    const choices = Array.from({ length: input.n }, (_, index) => ({ index, ...choice(input, index) }));
    const pictures = input.modalities?.includes("image") ? await chatPictures(input) : undefined;
    const promptTokens = promptTokensOf(input.messages);
    const completionTokens = choices.reduce((sum, { message }) => sum + writtenTokens(message), 0);
    return {
      ok: true,
      output: {
        id: `chatcmpl-${idOf(input, tools)}`,
        object: "chat.completion",
        created: Math.floor(tools.now / 1000),
        model: input.model,
        choices: choices.map((one) => (pictures ? { ...one, message: { ...one.message, images: pictures } } : one)),
        usage: { promptTokens, completionTokens, totalTokens: promptTokens + completionTokens },
        ...(isJson(input) && { parsed: parseJson(choices[0]?.message.content ?? "") }),
      },
    };
  },
});

function choice(input: ChatCompletionInput, index: number) {
  const calls = chatToolCalls(input, keywordsOf(input.messages.map(textOf).join(" ")));
  if (calls) {
    return { message: { role: "assistant", content: null, tool_calls: calls }, finishReason: "tool_calls" };
  }
  const { content, finishReason } = answer(input, index);
  return { message: { role: "assistant", content }, finishReason };
}

function answer(input: ChatCompletionInput, index: number): { content: string; finishReason: "stop" | "length" } {
  const seed = seedFrom(input.model, input.seed ?? 0, input.temperature) + index;
  const said = answerChat(input.messages, seed);
  const whole = isJson(input) ? JSON.stringify(jsonAnswer(input, said)) : said;
  const stops = (input.stop ?? []).map((stop) => whole.indexOf(stop)).filter((at) => at >= 0);
  const stopped = whole.slice(0, Math.min(whole.length, ...stops));
  const longest = (input.maxTokens ?? Number.POSITIVE_INFINITY) * 4;
  return stopped.length > longest
    ? { content: stopped.slice(0, longest), finishReason: "length" }
    : { content: stopped, finishReason: "stop" };
}

function writtenTokens({ content, tool_calls }: ReturnType<typeof choice>["message"]): number {
  return tokensIn(content ?? JSON.stringify(tool_calls));
}

function isJson({ responseFormat }: ChatCompletionInput): boolean {
  return responseFormat !== undefined && responseFormat.type !== "text";
}

function jsonAnswer({ messages, responseFormat }: ChatCompletionInput, said: string): unknown {
  const words = keywordsOf(messages.map(textOf).join(" "));
  const schema = responseFormat?.jsonSchema?.schema;
  return schema === undefined ? { answer: said, keywords: words } : jsonExample(schema, [said, ...words]);
}

/** An answer that was cut short is no JSON any more. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function idOf(input: ChatCompletionInput, tools: RunTools): string {
  return seedFrom(JSON.stringify(input), tools.seed).toString(36).padStart(7, "0");
}
