import { useState } from "react";
import type { Shape } from "#contract/catalogue/catalogue.ts";
import { validateInput } from "#contract/catalogue/validate-input.ts";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import { emptyOf } from "./empty-value.ts";
import { useFormScope } from "./form-context.ts";

type Union = Extract<Shape, { kind: "union" }>;
type Props = { shape: Union; path: string; value: unknown; onChange: (value: unknown) => void };

/** A value that may have one of several shapes, such as a text or a list of parts. The other shape's value comes back. */
export function UnionControl({ shape, path, value, onChange }: Props) {
  const { Control, parked, park } = useFormScope();
  const [chosen, choose] = useState(() => fittingIndex(shape, value));
  const keyOf = (index: number) => `kind ${index} ${path}`;
  const alternative = shape.alternatives[chosen];
  if (!alternative) return null;
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label="Kind of value"
        size="sm"
        segments={shape.alternatives.map(({ label }, index) => ({ value: String(index), label }))}
        value={String(chosen)}
        onValueChange={(index) => {
          const next = Number(index);
          const field = shape.alternatives[next]?.field;
          park({ [keyOf(chosen)]: value });
          choose(next);
          onChange(parked[keyOf(next)] ?? (field ? emptyOf(field) : undefined));
        }}
      />
      <Control field={alternative.field} path={path} value={value} onChange={onChange} />
    </div>
  );
}

/** The alternative that the value fits; the first one for a new value. */
function fittingIndex({ alternatives }: Union, value: unknown): number {
  if (value === undefined) return 0;
  const index = alternatives.findIndex(
    ({ field }) => Object.keys(validateInput({ kind: "value", field }, value)).length === 0,
  );
  return Math.max(0, index);
}
