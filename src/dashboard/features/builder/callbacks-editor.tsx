import { Plus, X } from "lucide-react";
import { callbackTypes } from "#contract/callbacks.ts";
import { isObject } from "#contract/json.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { TagsField } from "#dashboard/ui/tags-field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";

type Props = {
  callbacks: readonly unknown[];
  onChange: (callbacks: unknown[] | undefined) => void;
  errorOf: (name: string) => string | undefined;
};

const newCallback = { url: "", type: ["workflow:*"] };

/** Addresses that are told of events: where, of which events, and with how much detail. */
export function CallbacksEditor({ callbacks, onChange, errorOf }: Props) {
  const replace = (index: number, callback: unknown) => onChange(callbacks.with(index, callback));
  const remove = (index: number) => onChange(callbacks.length > 1 ? callbacks.toSpliced(index, 1) : undefined);
  return (
    <Field
      label="Callbacks"
      isGroup
      error={errorOf("callbacks")}
      help="Addresses that are told when something happens."
    >
      <div className="flex flex-col gap-2">
        {callbacks.map((given, index) => {
          const callback = isObject(given) ? given : {};
          const place = `callbacks[${index}]`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: callbacks have no identity but their place.
            <div key={index} className="relative flex flex-col gap-2 rounded-md border border-border p-2 pr-9">
              <IconButton
                size="xs"
                className="absolute top-2 right-2"
                label={`Remove callback ${index + 1}`}
                icon={<X />}
                onClick={() => remove(index)}
              />
              <Field label="Address" error={errorOf(`${place}.url`)}>
                <TextField
                  inputMode="url"
                  spellCheck={false}
                  placeholder="https://example.com/hook"
                  value={typeof callback.url === "string" ? callback.url : ""}
                  onValueChange={(url) => replace(index, { ...callback, url })}
                />
              </Field>
              <Field label="Events" error={errorOf(`${place}.type`)}>
                <TagsField
                  values={textsOf(callback.type)}
                  suggestions={callbackTypes}
                  maxCount={callbackTypes.length}
                  placeholder="workflow:succeeded"
                  onValuesChange={(type) => replace(index, { ...callback, type })}
                />
              </Field>
              <Checkbox
                label="With inputs and outputs"
                checked={callback.detailed === true}
                onCheckedChange={(detailed) => replace(index, { ...callback, detailed })}
              />
            </div>
          );
        })}
        <Button size="sm" className="self-start" icon={<Plus />} onClick={() => onChange([...callbacks, newCallback])}>
          Add callback
        </Button>
      </div>
    </Field>
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
