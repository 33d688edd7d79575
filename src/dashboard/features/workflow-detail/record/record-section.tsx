import { lazy, Suspense, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { MetadataSection } from "./metadata-section.tsx";

const JsonEditor = lazy(async () => ({ default: (await import("#dashboard/display/json-editor.tsx")).JsonEditor }));

/** The metadata, to be changed, and the whole answer of the server, to be searched. */
export function RecordSection({ id, workflow }: { id: string; workflow: Workflow }) {
  const [isOpen, open] = useState(false);
  const text = () => JSON.stringify(workflow, null, 2);
  return (
    <section aria-label="Details" className="flex flex-col gap-2 rounded-lg border border-border bg-surface p-4">
      <Disclosure label="Metadata">
        <MetadataSection id={id} metadata={workflow.metadata} />
      </Disclosure>
      <Disclosure label="The whole workflow as JSON" isOpen={isOpen} onToggle={open}>
        {isOpen ? (
          <div className="flex flex-col gap-2">
            <div className="h-112">
              <Suspense fallback={<Skeleton className="size-full" />}>
                <JsonEditor label="The whole workflow as JSON" text={text()} />
              </Suspense>
            </div>
            <CopyButton text={text} label="Copy the JSON" size="sm" className="self-start" />
          </div>
        ) : null}
      </Disclosure>
    </section>
  );
}
