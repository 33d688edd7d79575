import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { Field as CatalogueField } from "#contract/catalogue/catalogue.ts";
import { isReference, type Reference } from "#contract/reference.ts";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { Control, isGroupControl } from "./control.tsx";
import { type FieldEditorProps, useFormScope } from "./form-context.ts";
import { ReferenceChip } from "./reference-chip.tsx";
import { isShownByControl } from "./shown-by-control.ts";
import { ValueSourceMenu } from "./value-source-menu.tsx";

/** A field with its label, help, error and control. Any value may give way to an output of an earlier step, and come back. */
export function FieldEditor({ field, path, value, isItem = false, onChange }: FieldEditorProps) {
  const { errorAt, parked, park } = useFormScope();
  const [wantsJson, setJson] = useState(false);
  const reference = isReference(value) ? value : undefined;
  const isJson = wantsJson || (!reference && !isShownByControl(field.shape, value));
  const isChanged = value !== undefined && !reference && field.default !== undefined && value !== field.default;
  const refer = (next: Reference) => {
    if (!reference) park({ [path]: value });
    setJson(false);
    onChange(next);
  };
  return (
    <div data-path={path} className="min-w-0">
      <Field
        label={field.label}
        help={helpWithBounds(field)}
        error={errorAt(path)}
        isRequired={field.required}
        isGroup={!isJson && (reference !== undefined || isGroupControl(field))}
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
            <ValueSourceMenu
              field={field}
              value={reference ? parked[path] : value}
              isJson={isJson}
              onRefer={refer}
              onValue={onChange}
              onJson={setJson}
            />
          </>
        }
      >
        {isJson ? (
          <JsonField
            value={value}
            onChange={(next) => {
              // A value that fits again does not take the box out of anyone's hands.
              setJson(true);
              onChange(next);
            }}
          />
        ) : reference ? (
          <ReferenceChip reference={reference} label={field.label} onRemove={() => onChange(parked[path])} />
        ) : (
          <Control field={field} path={path} value={value} isItem={isItem} onChange={onChange} />
        )}
      </Field>
    </div>
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
