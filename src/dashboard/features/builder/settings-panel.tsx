import { ArrowDown, ArrowUp } from "lucide-react";
import { memo } from "react";
import { type Currency, currencies } from "#contract/currency.ts";
import { currencyName } from "#dashboard/display/words.ts";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { TagsField } from "#dashboard/ui/tags-field.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import type { ChainSettings, MaturePolicy } from "./chain.ts";
import { readMetadata } from "./chain-template.ts";
import { MoreSettings, moreSettings } from "./more-settings.tsx";

type Props = {
  settings: ChainSettings;
  onChange: (change: Partial<ChainSettings>) => void;
  /** What the server said of fields, by their names in the request. */
  errors: Readonly<Record<string, readonly string[]>>;
  knownTags: readonly string[];
};

const policies: Record<MaturePolicy, { label: string; means: string }> = {
  "by-currency": {
    label: "Decide by currency",
    means: "Paid with any blue or green it is SFW; paid with yellow alone, mature output is allowed.",
  },
  sfw: { label: "SFW only", means: "Any listed currency may pay. Output that turns out mature is withheld." },
  allow: { label: "Allow mature content", means: "Paid in yellow only." },
};

/** What holds for the whole workflow: name, tags, who may pay, what is allowed. */
export const SettingsPanel = memo(function SettingsPanel({ settings, onChange, errors, knownTags }: Props) {
  const errorOf = (name: string) => errors[name]?.join(" ");
  const metadata = readMetadata(settings);
  return (
    <div className="flex flex-col gap-3">
      <Field label="Name" error={errorOf("metadata.name")}>
        <TextField value={settings.name} onValueChange={(name) => onChange({ name })} placeholder="Shown in the list" />
      </Field>
      <Field label="Tags" error={errorOf("tags")} help="Up to 10. The list can be filtered by them.">
        <TagsField
          values={settings.tags}
          onValuesChange={(tags) => onChange({ tags })}
          suggestions={knownTags}
          maxCount={10}
          placeholder="Add a tag"
        />
      </Field>
      <Field
        label="Mature content"
        isHelpOpen
        help={policies[settings.mature].means}
        error={errorOf("allowMatureContent")}
      >
        <Select
          value={settings.mature}
          options={(Object.keys(policies) as MaturePolicy[]).map((value) => ({ value, label: policies[value].label }))}
          onValueChange={(mature) => onChange({ mature })}
        />
      </Field>
      <Field
        label="When SFW output turns out mature"
        isHelpOpen
        help={
          settings.upgradeMode !== "automatic"
            ? "It is withheld until you release it and pay for it in yellow."
            : "Yellow is charged and the rest refunded by itself; the workflow fails when yellow is short."
        }
      >
        <Select
          value={settings.upgradeMode ?? "manual"}
          options={[
            { value: "manual", label: "Withhold and ask me" },
            { value: "automatic", label: "Release at once" },
          ]}
          onValueChange={(upgradeMode) => onChange({ upgradeMode })}
        />
      </Field>
      <CurrencyOrder
        order={settings.currencies ?? currencies}
        onChange={(order) => onChange({ currencies: order })}
        error={errorOf("currencies")}
      />
      <Field
        label="Metadata"
        help="A JSON object that stays with the workflow; the list finds text in it."
        error={metadata.ok ? errorOf("metadata") : metadata.message}
      >
        <TextArea
          isMonospace
          rows={3}
          spellCheck={false}
          value={settings.metadataText}
          onValueChange={(metadataText) => onChange({ metadataText })}
          placeholder={'{"customer": "acme"}'}
        />
      </Field>
      <MoreSettings
        settings={settings}
        onChange={onChange}
        errorOf={errorOf}
        isFaulty={Object.keys(errors).some((path) => moreSettings.some((name) => path.startsWith(name)))}
      />
    </div>
  );
});

type OrderProps = { order: readonly Currency[]; onChange: (order: Currency[]) => void; error: string | undefined };

/** Which Buzz may pay, in the order of spending. At least one stays. */
function CurrencyOrder({ order, onChange, error }: OrderProps) {
  const rows = [...order, ...currencies.filter((currency) => !order.includes(currency))];
  const move = (currency: Currency, by: number) => {
    const at = order.indexOf(currency);
    onChange([...order].toSpliced(at, 1).toSpliced(at + by, 0, currency));
  };
  return (
    <Field label="Pay with, in this order" isGroup error={error}>
      <ol className="flex flex-col">
        {rows.map((currency) => {
          const at = order.indexOf(currency);
          const isListed = at !== -1;
          const name = currencyName(currency);
          return (
            <li key={currency} className="flex h-8 items-center gap-1">
              <Checkbox
                label={name}
                checked={isListed}
                disabled={isListed && order.length === 1}
                onCheckedChange={(isOn) =>
                  onChange(isOn ? [...order, currency] : order.filter((one) => one !== currency))
                }
              />
              <span className="ml-auto" />
              <IconButton
                size="sm"
                label={`${name} earlier`}
                icon={<ArrowUp size={14} />}
                onClick={() => move(currency, -1)}
                {...(at > 0 ? {} : { disabledReason: isListed ? "It is the first." : "It may not pay." })}
              />
              <IconButton
                size="sm"
                label={`${name} later`}
                icon={<ArrowDown size={14} />}
                onClick={() => move(currency, 1)}
                {...(isListed && at < order.length - 1
                  ? {}
                  : { disabledReason: isListed ? "It is the last." : "It may not pay." })}
              />
            </li>
          );
        })}
      </ol>
    </Field>
  );
}
