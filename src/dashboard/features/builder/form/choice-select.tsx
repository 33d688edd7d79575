import type { ChoiceNode } from "#contract/catalogue/catalogue.ts";
import { Field } from "#dashboard/ui/field.tsx";
import { LazyCombobox } from "#dashboard/ui/lazy-combobox.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { useFormScope } from "./form-context.ts";

type Props = {
  choice: ChoiceNode;
  /** From the step's input. */
  path: string;
  chosen: string | undefined;
  onChoose: (value: string) => void;
};

/** Up to so many options are a plain list; more are searched. */
const plainAtMost = 12;

/** A choice of variant, such as the engine. */
export function ChoiceSelect({ choice, path, chosen, onChoose }: Props) {
  const { errorAt } = useFormScope();
  const options = choice.options.map(({ value, label, deprecated }) => ({
    value,
    label: deprecated ? `${label} (deprecated)` : label,
  }));
  return (
    <div data-path={path}>
      <Field label={choice.label} error={errorAt(path)}>
        {options.length <= plainAtMost ? (
          <Select options={options} value={chosen} onValueChange={onChoose} placeholder="Choose" />
        ) : (
          <LazyCombobox
            options={options}
            value={chosen}
            onValueChange={(value) => value !== undefined && onChoose(value)}
            placeholder="Choose"
          />
        )}
      </Field>
    </div>
  );
}
