import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { labelOf } from "#contract/catalogue/labels.ts";
import { isObject } from "#contract/json.ts";
import { isReference } from "#contract/reference.ts";
import { Chip } from "#dashboard/ui/chip.tsx";

/** What lies deeper is printed as JSON: rows within rows within rows are no longer read. */
const depthAtMost = 2;

/** The members of an input as rows, called as the builder calls them; references as chips, long texts in full. */
export function InputRows({ input }: { input: unknown }) {
  if (!isObject(input)) return <p className="break-words text-sm">{String(input ?? "No input")}</p>;
  return <Rows members={input} depth={0} />;
}

function Rows({ members, depth }: { members: Record<string, unknown>; depth: number }) {
  return (
    <dl className="grid grid-cols-[minmax(5rem,max-content)_1fr] gap-x-4 gap-y-1 text-sm">
      {Object.entries(members).map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{labelOf(name)}</dt>
          <dd className="min-w-0 whitespace-pre-wrap break-words">{drawValue(value, depth)}</dd>
        </div>
      ))}
    </dl>
  );
}

function drawValue(value: unknown, depth: number): ReactNode {
  if (isReference(value)) {
    return (
      <Chip icon={<Link2 className="size-3" />}>
        {value.$ref} {value.path ? `/ ${value.path.replace(/^output\.?/, "")}` : ""}
      </Chip>
    );
  }
  if (typeof value === "string") return value.startsWith("data:") ? "A file inside the request" : value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null || value === undefined) return "none";
  if (typeof value !== "object") return String(value);
  const entries = Object.values(value);
  if (entries.length === 0) return "none";
  if (depth >= depthAtMost) return <code className="break-all font-mono text-xs">{JSON.stringify(value)}</code>;
  if (!Array.isArray(value)) return isObject(value) ? <Rows members={value} depth={depth + 1} /> : null;
  return (
    <ol className="flex flex-col gap-2">
      {value.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an input keeps its order, and its items have no other name.
        <li key={index}>{drawValue(item, depth + 1)}</li>
      ))}
    </ol>
  );
}
