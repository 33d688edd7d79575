import { useMemo } from "react";
import type { CatalogueStepType } from "#contract/catalogue/catalogue.ts";
import { normaliseInput } from "#contract/catalogue/normalise-input.ts";
import { droppedFields } from "#contract/dropped-fields.ts";
import { isObject } from "#contract/json.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { ChoiceSelect } from "./choice-select.tsx";
import { Control } from "./control.tsx";
import { DroppedNotice } from "./dropped-notice.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { FieldList } from "./field-list.tsx";
import { type FormScope, FormScopeProvider } from "./form-context.ts";
import { useVariant } from "./use-variant.ts";

/** What the fields of a form share, but for the editors that they are made of. */
export type StepFormScope = Omit<FormScope, "Editor" | "Control">;

type Props = {
  stepType: CatalogueStepType;
  input: unknown;
  onChange: (input: unknown) => void;
  scope: StepFormScope;
};

/** The form of a step: its choices one after the other, then the fields of the variant they lead to. */
export function StepForm({ scope, ...form }: Props) {
  const whole = useMemo(() => ({ ...scope, Editor: FieldEditor, Control }), [scope]);
  return (
    <FormScopeProvider value={whole}>
      <Variant {...form} />
    </FormScopeProvider>
  );
}

function Variant({ stepType, input, onChange }: Omit<Props, "scope">) {
  const { choices, fields, value, choose, dropped } = useVariant({ node: stepType.input, path: "", input, onChange });
  const members: Record<string, unknown> = isObject(input) ? input : {};

  if (value) return <FieldEditor field={value} path="" value={input} onChange={onChange} />;

  return (
    <div className="flex flex-col gap-4">
      {choices.length > 0 ? (
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {choices.map(({ choice, value: chosen }) => (
            <ChoiceSelect
              key={choice.discriminator}
              choice={choice}
              path={choice.discriminator}
              chosen={chosen}
              onChoose={(option) => choose(choice.discriminator, option)}
            />
          ))}
        </div>
      ) : null}
      <DroppedNotice dropped={dropped} />
      {fields ? <FieldList fields={fields} path="" members={members} onChange={onChange} /> : null}
      {fields ? <UnknownMembers names={droppedFields(input, normaliseInput(stepType.input, input))} /> : null}
    </div>
  );
}

/** Members that the server's document does not know: kept, and named, because a server drops them silently. */
function UnknownMembers({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Alert tone="warning" title="The server does not know some fields">
      {names.join(", ")}: kept here, and dropped by the server.
    </Alert>
  );
}
