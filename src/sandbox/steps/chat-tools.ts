import { isObject } from "#contract/json.ts";
import type { ChatCompletionInput } from "#contract/step-inputs/chat-completion.ts";
import { seedFrom } from "#sandbox/random.ts";
import { jsonExample } from "./json-example.ts";

/**
 * The call that the conversation asks for: of the function that `tool_choice` names, or of the first one when it is
 * "required". With "auto" the sandbox answers in words.
 */
export function chatToolCalls({ tools, tool_choice }: ChatCompletionInput, words: readonly string[]) {
  const functions = (tools ?? []).flatMap((tool) => (tool.function ? [tool.function] : []));
  const named = isObject(tool_choice) && isObject(tool_choice.function) ? tool_choice.function.name : undefined;
  const chosen = tool_choice === "required" ? functions[0] : functions.find(({ name }) => name === named);
  if (chosen === undefined) return undefined;
  const text = JSON.stringify(chosen.parameters === undefined ? {} : jsonExample(chosen.parameters, words));
  const id = `call_${seedFrom(chosen.name, text).toString(36)}`;
  return [{ id, type: "function", function: { name: chosen.name, arguments: text } }];
}
