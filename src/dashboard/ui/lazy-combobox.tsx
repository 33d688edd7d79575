import { lazy, Suspense } from "react";
import type { ComboboxProps } from "./combobox.tsx";
import type { TagsFieldProps } from "./tags-field.tsx";
import { TextField } from "./text-field.tsx";

const loadCombobox = () => import("./combobox.tsx");
const loadTagsField = () => import("./tags-field.tsx");
const Combobox = lazy(async () => ({ default: (await loadCombobox()).Combobox }));
const TagsField = lazy(async () => ({ default: (await loadTagsField()).TagsField }));

/** Fetch both before they are needed: on the intent to open what holds them. */
export function preloadCombobox(): void {
  void loadCombobox();
  void loadTagsField();
}

/** A combobox whose code comes when it is first drawn; until then a box of the same size shows the same text. */
export function LazyCombobox(props: ComboboxProps) {
  const label = props.options.find((option) => option.value === props.value)?.label;
  return (
    <Suspense fallback={<Waiting {...props} text={label ?? props.value ?? ""} />}>
      <Combobox {...props} />
    </Suspense>
  );
}

export function LazyTagsField(props: TagsFieldProps) {
  return (
    <Suspense fallback={<Waiting {...props} text={props.values.join(", ")} />}>
      <TagsField {...props} />
    </Suspense>
  );
}

type WaitingProps = { text: string; placeholder?: string; "aria-label"?: string; className?: string };

function Waiting({ text, placeholder, className, "aria-label": label }: WaitingProps) {
  return (
    <TextField value={text} placeholder={placeholder} aria-label={label} className={className} readOnly aria-busy />
  );
}
