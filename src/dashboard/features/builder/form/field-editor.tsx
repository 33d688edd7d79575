import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { Field as CatalogueField, Shape } from "#contract/catalogue/catalogue.ts";
import { resolveNode } from "#contract/catalogue/resolve-node.ts";
import { isReference, type Reference } from "#contract/reference.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { comfyNote, fromComfyExport } from "../comfy-export.ts";
import { Control, isGroupControl } from "./control.tsx";
import { type FieldEditorProps, useFormScope } from "./form-context.ts";
import { ReferenceChip } from "./reference-chip.tsx";
import { isShownByControl } from "./shown-by-control.ts";
import { ValueSourceMenu } from "./value-source-menu.tsx";

/** A field with its label, help, error and control. Any value may give way to an output of an earlier step, and come back. */
export function FieldEditor({ field, path, value, isItem = false, onChange }: FieldEditorProps) {
  const { errorAt, parked, park } = useFormScope();
  const isPasted = isPastedShape(field.shape);
  const [wantsJson, setJson] = useState(isPasted && value === undefined);
  const [wasExport, setExport] = useState(false);
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
          <>
            <JsonField
              value={value}
              placeholder={isPasted ? `Paste ${field.label} as JSON` : undefined}
              onChange={(next) => {
                // A value that fits again does not take the box out of anyone's hands.
                setJson(true);
                const graph = isPasted ? fromComfyExport(next) : undefined;
                setExport(graph !== undefined || (wasExport && next !== undefined));
                onChange(graph ?? next);
              }}
            />
            {wasExport ? <p className="text-muted text-xs">{comfyNote}</p> : null}
            {isPasted && isShownByControl(field.shape, value) ? (
              <Button size="sm" variant="quiet" className="self-start" onClick={() => setJson(false)}>
                Edit in the form
              </Button>
            ) : null}
          </>
        ) : reference ? (
          <ReferenceChip reference={reference} label={field.label} onRemove={() => onChange(parked[path])} />
        ) : (
          <Control field={field} path={path} value={value} isItem={isItem} onChange={onChange} />
        )}
      </Field>
    </div>
  );
}

/** Whether it is made elsewhere and pasted whole, as a graph of nodes is: a map of objects with members of free names. */
function isPastedShape(shape: Shape): boolean {
  if (shape.kind !== "map" || shape.value.shape.kind !== "object") return false;
  const { fields = [] } = resolveNode(shape.value.shape.node, {});
  return fields.some(({ shape: inner }) => inner.kind === "map" || inner.kind === "open");
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
