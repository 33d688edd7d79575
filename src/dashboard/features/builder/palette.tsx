import clsx from "clsx";
import { Search } from "lucide-react";
import { type KeyboardEvent, memo, useMemo, useRef, useState } from "react";
import type { CatalogueStepType } from "#contract/catalogue/catalogue.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { VisuallyHidden } from "#dashboard/ui/visually-hidden.tsx";
import { filterPalette } from "./filter-palette.ts";
import { noteRecent, readRecent } from "./recent-step-types.ts";

type Props = {
  stepTypes: readonly CatalogueStepType[];
  onAdd: (type: string) => void;
  /** On a narrow screen the list then shows only while it is searched. */
  isFolded?: boolean;
};

/** The step types of the connected server, by group: searched, picked with a press or with the arrow keys and Enter. */
export const Palette = memo(function Palette({ stepTypes, onAdd, isFolded = false }: Props) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  // As of the start: a list that changes with each press would move under the hand.
  const [recent] = useState(readRecent);
  const groups = useMemo(() => {
    const all = filterPalette(stepTypes, text);
    const used = recent.flatMap((type) => stepTypes.find((one) => one.type === type) ?? []);
    // A search looks through everything once; the last used ones stand on top while nothing is searched.
    return text === "" && used.length > 0 ? [{ group: "recent", label: "Last used", members: used }, ...all] : all;
  }, [stepTypes, text, recent]);
  const found = groups.flatMap(({ group, members }) =>
    members.map((stepType) => ({ id: `${group}-${stepType.type}`, stepType })),
  );
  const current = found[Math.min(at, found.length - 1)];
  const add = (type: string) => {
    noteRecent(type);
    onAdd(type);
  };

  const go = (by: number) => {
    const next = Math.min(found.length - 1, Math.max(0, Math.min(at, found.length - 1) + by));
    setAt(next);
    list.current?.querySelector(`#palette-${found[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      go(by);
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      add(current.stepType.type);
    } else if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      setText("");
    }
  };

  return (
    <div className="group/palette flex min-h-0 flex-1 flex-col">
      <div className="p-3 pb-2">
        <TextField
          role="combobox"
          aria-label="Find a step type"
          aria-expanded="true"
          aria-controls="palette-types"
          aria-activedescendant={current ? `palette-${current.id}` : undefined}
          placeholder={isFolded ? "Find a step type to add" : "Find a step type"}
          icon={<Search size={14} />}
          value={text}
          onValueChange={(value) => {
            setText(value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <VisuallyHidden>
        <span role="status">{text === "" ? "" : `${found.length} step types found`}</span>
      </VisuallyHidden>
      <div
        ref={list}
        id="palette-types"
        role="listbox"
        aria-label="Step types"
        className={clsx(
          "min-h-0 flex-1 overflow-auto px-2 pb-3 max-md:h-52",
          isFolded && "max-md:hidden max-md:group-focus-within/palette:block",
        )}
      >
        {found.length === 0 ? <p className="px-2 py-4 text-muted text-sm">No step type is called “{text}”.</p> : null}
        {groups.map(({ group, label, members }) => (
          // biome-ignore lint/a11y/useSemanticElements: options in groups of a listbox have no element of their own.
          <div key={group} role="group" aria-label={label} className="pt-2">
            <p aria-hidden="true" className="px-2 pb-1 text-subtle text-xs">
              {label}
            </p>
            {members.map((stepType) => (
              <Option
                key={stepType.type}
                stepType={stepType}
                id={`palette-${group}-${stepType.type}`}
                isCurrent={`${group}-${stepType.type}` === current?.id}
                onAdd={() => add(stepType.type)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
});

function Option({
  id,
  stepType,
  isCurrent,
  onAdd,
}: {
  id: string;
  stepType: CatalogueStepType;
  isCurrent: boolean;
  onAdd: () => void;
}) {
  return (
    <button
      type="button"
      role="option"
      // The arrow keys of the box go through the options: two dozen stops less on the way to the chain.
      tabIndex={-1}
      id={id}
      aria-selected={isCurrent}
      title={stepType.description}
      onClick={onAdd}
      className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover group-focus-within/palette:aria-selected:bg-accent-quiet"
    >
      <span className="min-w-0 flex-1 truncate">{stepType.title}</span>
      {stepType.deprecated ? <Badge>Deprecated</Badge> : null}
    </button>
  );
}
