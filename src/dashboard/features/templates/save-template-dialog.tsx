import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { HeldDialog } from "#dashboard/ui/held-dialog.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { newTemplate, type Template, type TemplateBody } from "./template.ts";
import { saveTemplate } from "./templates-query.ts";

type Props = {
  title: string;
  /** What is kept: of a template that is there already the whole of it, else the body with a first name for it. */
  start: Template | { name: string; body: TemplateBody };
  onClose: () => void;
  onSaved: (template: Template) => void;
};

const typedQuestion = {
  title: "What you typed is not kept",
  words: "The template was not saved yet.",
  leaveLabel: "Close without saving",
};

/** Name and describe a template. */
export function SaveTemplateDialog({ title, start, onClose, onSaved }: Props) {
  const queryClient = useQueryClient();
  const described = "description" in start ? start.description : "";
  const [name, setName] = useState(start.name);
  const [description, setDescription] = useState(described);
  const isTyped = name !== start.name || description !== described;
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isNamed = name.trim() !== "";
  const save = async () => {
    setAsked(true);
    if (!isNamed) return;
    const words = [name.trim(), description.trim()] as const;
    const template =
      "id" in start ? { ...start, name: words[0], description: words[1] } : newTemplate(...words, start.body);
    try {
      await saveTemplate(queryClient, template);
      onSaved(template);
    } catch {
      setProblem("This browser keeps nothing here, so the template was not saved. Copy the chain as JSON instead.");
    }
  };
  return (
    <HeldDialog
      question={isTyped ? typedQuestion : undefined}
      title={title}
      description="Templates stay in this browser; export one to hand it on."
      onClose={onClose}
      onConfirm={() => void save()}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={() => void save()}>
            Save the template
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Name" error={isAsked && !isNamed ? "Give it a name to find it by." : undefined}>
          <TextField value={name} onValueChange={setName} />
        </Field>
        <Field label="Description">
          <TextArea
            rows={3}
            value={description}
            onValueChange={setDescription}
            placeholder="What it makes, and what to fill in"
          />
        </Field>
        {problem ? (
          <Alert tone="danger" isAnnounced title="Not saved">
            {problem}
          </Alert>
        ) : null}
      </div>
    </HeldDialog>
  );
}
