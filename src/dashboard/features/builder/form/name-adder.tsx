import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#dashboard/ui/button.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";

type Props = {
  label: string;
  placeholder: string;
  /** Names that are there already. */
  taken: readonly string[];
  onAdd: (name: string) => void;
};

/** Adds a named entry, by the button or by Enter. A name that is taken stays in the box, and the button says why. */
export function NameAdder({ label, placeholder, taken, onAdd }: Props) {
  const [text, setText] = useState("");
  const name = text.trim();
  const reason = name === "" ? "Type a name first." : taken.includes(name) ? "It is in the list already." : undefined;
  const add = () => {
    if (reason) return;
    onAdd(name);
    setText("");
  };
  return (
    <div className="flex gap-2">
      <TextField
        aria-label={label}
        placeholder={placeholder}
        value={text}
        spellCheck={false}
        onValueChange={setText}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      <Button icon={<Plus />} onClick={add} disabledReason={reason}>
        Add
      </Button>
    </div>
  );
}
