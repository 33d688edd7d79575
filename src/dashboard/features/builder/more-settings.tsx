import { useState } from "react";
import { isObject } from "#contract/json.ts";
import { ratings } from "#contract/mature.ts";
import { ratingWord } from "#dashboard/display/words.ts";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { ArgumentsEditor } from "./arguments-editor.tsx";
import { CallbacksEditor } from "./callbacks-editor.tsx";
import type { ChainSettings } from "./chain.ts";
import { argumentsOf, withRest } from "./rest-members.ts";

type Props = {
  settings: ChainSettings;
  onChange: (change: Partial<ChainSettings>) => void;
  errorOf: (name: string) => string | undefined;
  /** Whether something in here is wrong. */
  isFaulty: boolean;
};

/** What is set in here. */
export const moreSettings = ["arguments", "callbacks", "tips", "nsfwLevel", "experimental", "ephemeral"];

/** The members of a request that few workflows need. */
export function MoreSettings({ settings, onChange, errorOf, isFaulty }: Props) {
  const [isOpen, open] = useState<boolean>();
  const { rest } = settings;
  const set = (name: string, value: unknown) => onChange(withRest(settings, name, value));
  const hasCallback = Array.isArray(rest.callbacks) && rest.callbacks.length > 0;
  const isNobodysResult = rest.ephemeral === true && !hasCallback && settings.waitSeconds === undefined;
  const count =
    moreSettings.filter((name) => rest[name] !== undefined && rest[name] !== null).length +
    (settings.waitSeconds === undefined ? 0 : 1);
  const tips = isObject(rest.tips) ? rest.tips : {};
  const tip = (name: "civitai" | "creators") => (typeof tips[name] === "number" ? tips[name] : undefined);
  const setTip = (name: "civitai" | "creators", rate: number | undefined) => {
    const next = { civitai: tip("civitai") ?? 0, creators: tip("creators") ?? 0, [name]: rate ?? 0 };
    set("tips", next.civitai + next.creators > 0 ? next : undefined);
  };
  return (
    <Disclosure
      label="More"
      mark={count > 0 ? `${count} set` : `${moreSettings.length + 1} optional`}
      isOpen={isOpen ?? isFaulty}
      onToggle={open}
    >
      <div className="flex flex-col gap-3 pt-1">
        <ArgumentsEditor
          values={argumentsOf(settings)}
          onChange={(values) => set("arguments", values)}
          error={errorOf("arguments")}
        />
        <CallbacksEditor
          callbacks={Array.isArray(rest.callbacks) ? rest.callbacks : []}
          onChange={(callbacks) => set("callbacks", callbacks)}
          errorOf={errorOf}
        />
        <div className="grid grid-cols-2 gap-3">
          <Field label="Tip to Civitai" error={errorOf("tips.civitai")} help="A share of the base price, 0 to 2.">
            <NumberField
              allowsFractions
              {...{ min: 0, max: 2, step: 0.05 }}
              value={tip("civitai")}
              onValueChange={(rate) => setTip("civitai", rate)}
            />
          </Field>
          <Field label="Tip to creators" error={errorOf("tips.creators")} help="A share of the base price, 0 to 2.">
            <NumberField
              allowsFractions
              {...{ min: 0, max: 2, step: 0.05 }}
              value={tip("creators")}
              onValueChange={(rate) => setTip("creators", rate)}
            />
          </Field>
        </div>
        <Field label="Rating to aim at" error={errorOf("nsfwLevel")}>
          <Select
            value={typeof rest.nsfwLevel === "string" ? rest.nsfwLevel : "none"}
            options={[
              { value: "none", label: "Not said" },
              ...ratings.map((rating) => ({ value: rating, label: ratingWord(rating) })),
            ]}
            onValueChange={(rating) => set("nsfwLevel", rating === "none" ? undefined : rating)}
          />
        </Field>
        <Checkbox
          label="Allow experimental work"
          checked={rest.experimental === true}
          onCheckedChange={(isOn) => set("experimental", isOn ? true : undefined)}
        />
        <Checkbox
          label="Ephemeral"
          description="Forgotten once it is over: a callback takes its result, or Run waits for it."
          checked={rest.ephemeral === true}
          onCheckedChange={(isOn) => set("ephemeral", isOn ? true : undefined)}
        />
        {errorOf("ephemeral") || isNobodysResult ? (
          <p className="text-danger text-xs">
            {errorOf("ephemeral") ?? "Nobody would get its result: add a callback, or wait for the end."}
          </p>
        ) : null}
        <Field
          label="Wait for the end"
          help="How many seconds Run waits, up to 100; then the workflow goes on by itself."
          error={errorOf("wait")}
        >
          <NumberField
            {...{ min: 0, max: 100, step: 10 }}
            placeholder="0"
            value={settings.waitSeconds}
            onValueChange={(seconds) => onChange({ waitSeconds: seconds === 0 ? undefined : seconds })}
          />
        </Field>
      </div>
    </Disclosure>
  );
}
