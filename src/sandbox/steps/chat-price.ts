import type { ChatCompletionInput } from "#contract/step-inputs/chat-completion.ts";
import { promptTokensOf } from "./chat-text.ts";
import { known } from "./known.ts";
import type { StepPrice } from "./step-handler.ts";

/** US dollars for a million tokens, in and out, of the models whose price in Buzz is documented. */
const dollarsPerMillion: [model: RegExp, input: number, output: number][] = [
  [/gpt-4o-mini/, 0.15, 0.6],
  [/gpt-4o/, 2.5, 10],
];
/** How long an answer is taken to be when the input sets no limit, in tokens. */
const usualAnswerTokens = 500;
const buzzPerDollar = 1000;
const margin = 1.3;

/** Dollars x 1000 x 1.3, at least 1; models without a documented price cost the least. Source: facts 3.4. */
export function chatPrice(input: ChatCompletionInput): StepPrice {
  const [, perInput, perOutput] = dollarsPerMillion.find(([model]) => model.test(known(input.model, ""))) ?? [
    /./,
    0,
    0,
  ];
  const answerTokens = known(input.maxTokens, usualAnswerTokens) * known(input.n, 1);
  const promptTokens = Array.isArray(input.messages) ? promptTokensOf(input.messages) : 0;
  const dollars = (promptTokens * perInput + answerTokens * perOutput) / 1_000_000;
  return { base: Math.max(1, Math.ceil(dollars * buzzPerDollar * margin)), factors: {} };
}
