import { isObject } from "#contract/json.ts";
import type { Step } from "#contract/step.ts";

/** A text that a step made. */
export type TextOutput = { stepName: string; label: string; text: string };

const textMembers = ["enhancedPrompt", "enhancedNegativePrompt", "message", "text", "caption"];

/** The texts among the outputs: chat answers, enhanced prompts, transcripts, captions. */
export function textOutputs(steps: readonly Step[]): TextOutput[] {
  return steps.flatMap((step) => {
    const output = isObject(step.output) ? step.output : {};
    const plain = textMembers.map((label) => ({ label, text: output[label] }));
    const choices = Array.isArray(output.choices) ? output.choices : [];
    const answers = choices.map((choice, index) => ({
      label: choices.length > 1 ? `answer ${index + 1}` : "answer",
      text: isObject(choice) && isObject(choice.message) ? choice.message.content : undefined,
    }));
    return [...plain, ...answers].flatMap(({ label, text }) =>
      typeof text === "string" && text !== "" ? [{ stepName: step.name, label, text }] : [],
    );
  });
}
