import { CopyButton } from "#dashboard/ui/copy-button.tsx";

/** Any value as JSON, to be read and copied. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  const text = JSON.stringify(value, null, 2) ?? "nothing";
  return (
    <div className="relative rounded-md border border-border bg-sunken">
      <div className="absolute top-1 right-1">
        <CopyButton text={text} label={`Copy ${label}`} isIconOnly />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
      <section tabIndex={0} aria-label={label} className="max-h-96 overflow-auto p-3 pr-10">
        <pre className="font-mono text-xs">{text}</pre>
      </section>
    </div>
  );
}
