import { useState } from "react";
import { Field } from "#dashboard/ui/field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";

type Props = { name: string; taken: readonly string[]; onDone: (name: string | undefined) => void };

/** Rename a step: Enter takes the name, Escape leaves it. References follow. */
export function StepNameField({ name, taken, onDone }: Props) {
  const [text, setText] = useState(name);
  const error = whyNotName(text, taken);
  const take = () => onDone(error || text === name ? undefined : text);
  return (
    <Field label="Step name" error={error}>
      <TextField
        value={text}
        onValueChange={setText}
        autoFocus
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !error) take();
          if (event.key === "Escape") onDone(undefined);
        }}
      />
    </Field>
  );
}

/** Why a step can't have this name; `undefined` when it can. */
function whyNotName(name: string, taken: readonly string[]): string | undefined {
  if (!/^\$?[A-Za-z0-9_-]{1,64}$/.test(name)) return "Use 1 to 64 letters, digits, underscores and hyphens.";
  return taken.includes(name) ? "Another step has this name." : undefined;
}
