import { useState } from "react";
import { sayJsonProblem } from "./say-json-problem.ts";
import { TextArea } from "./text-area.tsx";

type Props = {
  value: unknown;
  onChange: (value: unknown) => void;
  /** What an empty box stands for; no value when not given. */
  empty?: null;
  placeholder?: string | undefined;
};

/** A value of any shape as JSON. What does not parse stays in the box, and the last good value counts. */
export function JsonField({ value, onChange, empty, placeholder = "JSON" }: Props) {
  const meant = JSON.stringify(value);
  const [typed, setTyped] = useState(() => ({ text: printed(value), meant }));
  const [problem, setProblem] = useState<string>();
  // The value was changed elsewhere, such as by an undo: the text of before says nothing any more.
  if (typed.meant !== meant) {
    setTyped({ text: printed(value), meant });
    setProblem(undefined);
  }
  const take = (text: string) => {
    const read = text.trim() === "" ? { ok: true as const, value: empty } : parsed(text);
    setTyped({ text, meant: read.ok ? JSON.stringify(read.value) : meant });
    setProblem(read.ok ? undefined : read.message);
    if (read.ok) onChange(read.value);
  };
  return (
    <>
      <TextArea
        isMonospace
        rows={4}
        spellCheck={false}
        value={typed.text}
        onValueChange={take}
        placeholder={placeholder}
        aria-invalid={problem ? true : undefined}
      />
      {problem ? <p className="text-danger text-xs">Not JSON yet. {problem} The last good value counts.</p> : null}
    </>
  );
}

function printed(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: sayJsonProblem(error, text) };
  }
}
