import { Suspense, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";

const JsonEditor = lazyPart(async () => (await import("#dashboard/display/json-editor.tsx")).JsonEditor);

/** The whole answer of the server, to be searched and copied. */
export function RecordSection({ workflow }: { workflow: Workflow }) {
  const [isOpen, open] = useState(false);
  const text = () => JSON.stringify(workflow, null, 2);
  return (
    <section aria-label="Record" className="rounded-lg border border-border bg-surface px-4 py-2.5">
      <Disclosure label="The whole workflow as JSON" isOpen={isOpen} onToggle={open}>
        {isOpen ? (
          <div className="flex flex-col gap-2 pb-2">
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
