import { memo, useState } from "react";
import type { Priority } from "#contract/step.ts";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import type { DraftStep } from "./chain.ts";

type Settings = Pick<DraftStep, "priority" | "retries" | "timeout">;
type Props = Settings & {
  onChange: (change: Partial<Settings>) => void;
  errorAt: (path: string) => string | undefined;
};

const priorities: { value: Priority; label: string }[] = [
  { value: "high", label: "High" },
  { value: "normal", label: "Normal" },
  { value: "low", label: "Low" },
];

/** How a step is run, beside what it does. */
export const StepSettings = memo(function StepSettings({ priority, retries, timeout, onChange, errorAt }: Props) {
  const [isOpen, open] = useState<boolean>();
  const isFaulty = ["priority", "retries", "timeout"].some((path) => errorAt(path) !== undefined);
  const count = [priority, retries, timeout].filter((value) => value !== undefined && value !== "").length;
  return (
    <Disclosure
      label="How it is run"
      mark={count > 0 ? `${count} set` : undefined}
      className="mt-4"
      isOpen={isOpen ?? isFaulty}
      onToggle={open}
    >
      <div className="grid grid-cols-1 gap-3 pt-1 sm:grid-cols-3">
        <Field label="Priority" error={errorAt("priority")}>
          <Select
            value={priority ?? "normal"}
            options={priorities}
            onValueChange={(next) => onChange({ priority: next === "normal" ? undefined : next })}
          />
        </Field>
        <Field label="Retries" error={errorAt("retries")} help="0 to 10.">
          <NumberField {...{ min: 0, max: 10 }} value={retries} onValueChange={(next) => onChange({ retries: next })} />
        </Field>
        <Field label="Timeout" error={errorAt("timeout")} help="Hours, minutes and seconds.">
          <TextField
            placeholder="00:10:00"
            value={timeout ?? ""}
            spellCheck={false}
            onValueChange={(next) => onChange({ timeout: next === "" ? undefined : next })}
          />
        </Field>
      </div>
    </Disclosure>
  );
});
