import { useQueryClient } from "@tanstack/react-query";
import { Import } from "lucide-react";
import { useRef } from "react";
import { Button } from "#dashboard/ui/button.tsx";
import { readTemplateFile, type Template } from "./template.ts";
import { saveTemplate } from "./templates-query.ts";

type Props = { onImported: (template: Template) => void; onProblem: (message: string) => void };

/** Take a template, or a bare request body, from a file. */
export function ImportTemplateButton({ onImported, onProblem }: Props) {
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readTemplateFile(await file.text(), file.name);
    if (!read.ok) return onProblem(read.message);
    try {
      await saveTemplate(queryClient, read.template);
      onImported(read.template);
    } catch {
      onProblem(`This browser keeps nothing here, so “${file.name}” was not imported.`);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        className="sr-only"
        tabIndex={-1}
        aria-label="File of a template"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file can be chosen again after it was mended.
          event.target.value = "";
        }}
      />
      <Button icon={<Import size={16} />} onClick={() => input.current?.click()}>
        Import
      </Button>
    </>
  );
}
