import { Link2, RotateCcw, X } from "lucide-react";
import { useState } from "react";
import type { Field as CatalogueField } from "#contract/catalogue/catalogue.ts";
import { isReference } from "#contract/reference.ts";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { describeReference } from "../describe-reference.ts";
import { Control, isGroupControl } from "./control.tsx";
import { type FieldEditorProps, useFormScope } from "./form-context.ts";
import { ValueSourceMenu } from "./value-source-menu.tsx";

/** A field with its label, help, error and control. Any value may give way to an output of an earlier step, and come back. */
export function FieldEditor({ field, path, value, onChange }: FieldEditorProps) {
  const { errorAt, parked, park } = useFormScope();
  const [isJson, setJson] = useState(false);
  const isReferring = isReference(value);
  const isChanged = value !== undefined && !isReferring && field.default !== undefined && value !== field.default;
  const refer = (reference: unknown) => {
    park(path, value);
    onChange(reference);
  };
  return (
    <Field
      label={field.label}
      help={helpWithBounds(field)}
      error={errorAt(path)}
      isRequired={field.required}
      isGroup={isReferring || (!isJson && isGroupControl(field))}
      mark={field.deprecated ? <span className="text-subtle text-xs">deprecated</span> : undefined}
      action={
        <>
          {isChanged ? (
            <IconButton
              size="xs"
              label={`Reset to ${String(field.default)}`}
              icon={<RotateCcw />}
              onClick={() => onChange(undefined)}
            />
          ) : null}
          {isReferring ? null : (
            <ValueSourceMenu
              field={field}
              value={value}
              isJson={isJson}
              onRefer={refer}
              onValue={onChange}
              onJson={setJson}
            />
          )}
        </>
      }
    >
      {isReferring ? (
        <div className="flex h-8 items-center gap-2 rounded-md border border-accent bg-accent-quiet px-2.5 text-sm">
          <Link2 className="shrink-0 text-accent" aria-hidden="true" />
          <span className="truncate">{describeReference(value)}</span>
          <IconButton
            size="xs"
            className="ml-auto"
            label={`Give ${field.label} a value of its own`}
            icon={<X />}
            onClick={() => onChange(parked[path])}
          />
        </div>
      ) : isJson ? (
        <JsonField value={value} onChange={onChange} />
      ) : (
        <Control field={field} path={path} value={value} onChange={onChange} />
      )}
    </Field>
  );
}

function helpWithBounds({ help, shape, default: byDefault }: CatalogueField): string | undefined {
  const parts = help ? [help] : [];
  if (shape.kind === "number" && (shape.min !== undefined || shape.max !== undefined)) {
    parts.push(
      shape.max === undefined
        ? `At least ${shape.min}.`
        : shape.min === undefined
          ? `At most ${shape.max}.`
          : `${shape.min} to ${shape.max}.`,
    );
  }
  if (byDefault !== undefined && typeof byDefault !== "object") parts.push(`Without a value: ${String(byDefault)}.`);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
