import { Suspense, useEffect, useMemo, useState } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { isObject } from "#contract/json.ts";
import { parsePath } from "#contract/problem.ts";
import type { JsonRemark } from "#dashboard/display/json-editor.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import type { Chain } from "./chain.ts";
import { readTemplate, type WrittenTemplate, writeTemplate } from "./chain-template.ts";
import { suggestionsAt } from "./json-suggestions.ts";
import type { StepProblems } from "./step-problems.ts";
import { unknownFields } from "./unknown-fields.ts";

const JsonEditor = lazyPart(async () => (await import("#dashboard/display/json-editor.tsx")).JsonEditor);

type Props = {
  chain: Chain;
  catalogue: Catalogue;
  problems: readonly StepProblems[];
  onChange: (change: (chain: Chain) => Chain) => void;
};

/** The chain as the body of a request, both ways: what is written here is on the workbench, and the other way round. */
export function JsonView({ chain, catalogue, problems, onChange }: Props) {
  const written = useMemo(() => printed(chain), [chain]);
  const [text, setText] = useState(written ?? "");
  const parsed = useMemo(() => parseBody(text), [text]);
  const isSame =
    parsed.ok && written !== undefined && JSON.stringify(parsed.body) === JSON.stringify(JSON.parse(written));

  // What was changed elsewhere shows here, but a text that is no body yet is not taken out of anyone's hands.
  useEffect(() => {
    if (written !== undefined && parsed.ok && !isSame) setText(written);
  }, [written, parsed.ok, isSame]);

  const take = (typed: string) => {
    setText(typed);
    const read = parseBody(typed);
    if (read.ok) onChange((before) => readTemplate(read.body, before));
  };
  if (written === undefined) {
    return (
      <Alert tone="warning" title="The metadata is no JSON object yet">
        Put it right under Workflow; then the whole body shows here.
      </Alert>
    );
  }
  return (
    <div className="flex h-full min-h-80 flex-col gap-2">
      {parsed.ok ? null : (
        <Alert
          tone="warning"
          title="Not a body yet"
          action={
            <Button size="sm" onClick={() => setText(written)}>
              Back to the workbench
            </Button>
          }
        >
          {parsed.message} The workbench keeps the last good state.
        </Alert>
      )}
      <div className="min-h-0 flex-1">
        <Suspense fallback={<Skeleton className="h-full w-full" />}>
          <JsonEditor
            label="Workflow body as JSON"
            text={text}
            onChange={take}
            remarks={remarksOf(chain, catalogue, problems)}
            suggest={(path, property) =>
              suggestionsAt(catalogue, parsed.ok ? parsed.body : JSON.parse(written), path, property)
            }
          />
        </Suspense>
      </div>
    </div>
  );
}

function printed(chain: Chain): string | undefined {
  const template = writeTemplate(chain);
  return template && JSON.stringify(template, null, 2);
}

function parseBody(text: string): { ok: true; body: WrittenTemplate } | { ok: false; message: string } {
  try {
    const body: unknown = JSON.parse(text);
    if (!isObject(body) || !Array.isArray(body.steps)) return { ok: false, message: "A body is an object with steps." };
    const faulty = body.steps.findIndex((step) => !isObject(step));
    if (faulty !== -1) return { ok: false, message: `Step ${faulty + 1} is no object.` };
    return { ok: true, body: { ...body, steps: body.steps } };
  } catch (error) {
    return { ok: false, message: sayJsonProblem(error, text) };
  }
}

function remarksOf(chain: Chain, catalogue: Catalogue, problems: readonly StepProblems[]): JsonRemark[] {
  const faults = problems.flatMap((ofStep, index) =>
    Object.entries(ofStep).map(([path, message]): JsonRemark => {
      const place = path === "" ? ["steps", index] : ["steps", index, "input", ...parsePath(path)];
      return { path: place, message, severity: "error" };
    }),
  );
  const unknown = unknownFields(chain, catalogue).map((path): JsonRemark => {
    const message = "This server does not know this member: it may drop it without a word.";
    return { path: parsePath(path), message, severity: "warning" };
  });
  return [...faults, ...unknown];
}
