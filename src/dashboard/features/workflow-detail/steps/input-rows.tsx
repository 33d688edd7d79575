import { Link2 } from "lucide-react";
import { isObject } from "#contract/json.ts";
import { isReference } from "#contract/reference.ts";
import { humanise } from "#dashboard/display/words.ts";
import { Chip } from "#dashboard/ui/chip.tsx";

/** The members of an input as rows; references as chips, long texts in full. */
export function InputRows({ input }: { input: unknown }) {
  if (!isObject(input)) return <p className="break-words text-sm">{String(input ?? "No input")}</p>;
  return (
    <dl className="grid grid-cols-[minmax(5rem,max-content)_1fr] gap-x-4 gap-y-1 text-sm">
      {Object.entries(input).map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{humanise(name)}</dt>
          <dd className="min-w-0 whitespace-pre-wrap break-words">
            <InputValue value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function InputValue({ value }: { value: unknown }) {
  if (isReference(value)) {
    return (
      <Chip icon={<Link2 className="size-3" />}>
        {value.$ref} {value.path ? `/ ${value.path.replace(/^output\.?/, "")}` : ""}
      </Chip>
    );
  }
  if (typeof value === "string") return value.startsWith("data:") ? "A file inside the request" : value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object" && value !== null)
    return <code className="break-all font-mono text-xs">{JSON.stringify(value)}</code>;
  return String(value);
}
