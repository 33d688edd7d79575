import { type ReactNode, Suspense, useLayoutEffect, useRef } from "react";
import type { ComboboxProps } from "./combobox.tsx";
import { fetchEarly, lazyPart } from "./lazy-part.ts";
import type { TagsFieldProps } from "./tags-field.tsx";
import { TextField } from "./text-field.tsx";

const loadCombobox = async () => (await import("./combobox.tsx")).Combobox;
const loadTagsField = async () => (await import("./tags-field.tsx")).TagsField;
const Combobox = lazyPart(loadCombobox);
const TagsField = lazyPart(loadTagsField);

/** Fetch both before they are needed: on the intent to open what holds them. */
export function preloadCombobox(): void {
  fetchEarly(loadCombobox);
  fetchEarly(loadTagsField);
}

/** A combobox whose code comes when it is first drawn; until then a box of the same size shows the same text. */
export function LazyCombobox(props: ComboboxProps) {
  const label = props.options.find((option) => option.value === props.value)?.label;
  return (
    <Late {...props} text={label ?? props.value ?? ""}>
      <Combobox {...props} />
    </Late>
  );
}

export function LazyTagsField(props: TagsFieldProps) {
  return (
    <Late {...props} text={props.values.join(", ")}>
      <TagsField {...props} />
    </Late>
  );
}

type WaitingProps = { text: string; placeholder?: string; "aria-label"?: string; className?: string };

/** A box that comes late. Who stood in the one that waits for it stands in it then. */
function Late({ children, ...waiting }: WaitingProps & { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const isHere = useRef(false);
  return (
    <span ref={place} className="contents">
      <Suspense
        fallback={
          <Waiting
            {...waiting}
            onLeave={(box) => {
              isHere.current = box === document.activeElement;
            }}
          />
        }
      >
        {children}
        <Arrived
          onArrive={() => {
            if (isHere.current) place.current?.querySelector("input")?.focus();
          }}
        />
      </Suspense>
    </span>
  );
}

function Waiting({
  text,
  placeholder,
  className,
  "aria-label": label,
  onLeave,
}: WaitingProps & { onLeave: (box: HTMLInputElement | null) => void }) {
  const box = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked only once, while the box is still in the page.
  useLayoutEffect(() => {
    const { current } = box;
    return () => onLeave(current);
  }, []);
  return (
    <TextField
      ref={box}
      value={text}
      placeholder={placeholder}
      aria-label={label}
      className={className}
      readOnly
      aria-busy
    />
  );
}

function Arrived({ onArrive }: { onArrive: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one arrives once.
  useLayoutEffect(onArrive, []);
  return null;
}
