import { useState } from "react";
import type { CatalogueStepType } from "#contract/catalogue/catalogue.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import type { Chain } from "./chain.ts";
import { importText } from "./import-text.ts";

type Props = {
  isOpen: boolean;
  stepTypes: readonly CatalogueStepType[];
  /** Whether something is on the workbench that would give way. */
  replaces: boolean;
  onClose: () => void;
  /** `note`: what was written otherwise than it was pasted. */
  onImport: (chain: Chain, from: string, note?: string) => void;
};

/** Paste a body, a recipe's input, the JSON of a past workflow or a cURL command. What can't be read stays in the box. */
export function ImportDialog({ isOpen, stepTypes, replaces, onClose, onImport }: Props) {
  const [text, setText] = useState("");
  const [recipe, setRecipe] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const take = () => {
    const read = importText(text, recipe);
    if (!read.ok) {
      setProblem(read.message);
      return;
    }
    setText("");
    setProblem(undefined);
    onImport(read.chain, read.from, read.note);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Import"
      description="A workflow body, a recipe's input, the JSON of a past workflow, a graph that ComfyUI exported for its API, or a cURL command of any of these."
      size="lg"
      onConfirm={take}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={take}>
            {replaces ? "Replace the chain" : "Import"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Text" error={problem}>
          <TextArea
            isMonospace
            rows={12}
            spellCheck={false}
            value={text}
            onValueChange={setText}
            placeholder={'{"steps": [{"$type": "echo", "input": {"message": "hello"}}]}'}
          />
        </Field>
        <Field label="If it is a recipe's input: of which step type" isHelpOpen>
          <Select
            value={recipe}
            placeholder="It says so itself"
            options={stepTypes.map(({ type, title }) => ({ value: type, label: title }))}
            onValueChange={setRecipe}
          />
        </Field>
      </div>
    </Dialog>
  );
}
