import { useState } from "react";
import { TextArea } from "./text-area.tsx";

/** A value of any shape as JSON. What does not parse stays in the box, and the last good value counts. */
export function JsonField({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const [text, setText] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)));
  const [problem, setProblem] = useState<string>();
  const take = (typed: string) => {
    setText(typed);
    if (typed.trim() === "") {
      setProblem(undefined);
      onChange(undefined);
      return;
    }
    try {
      onChange(JSON.parse(typed));
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "This is not JSON.");
    }
  };
  return (
    <>
      <TextArea
        isMonospace
        rows={4}
        spellCheck={false}
        value={text}
        onValueChange={take}
        placeholder="JSON"
        aria-invalid={problem ? true : undefined}
      />
      {problem ? <p className="text-danger text-xs">Not JSON yet: {problem}. The last good value counts.</p> : null}
    </>
  );
}
