import { SlidersHorizontal } from "lucide-react";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Popover } from "#dashboard/ui/popover.tsx";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import { columnIds, columnsById } from "./columns.ts";
import { setListLook, useListLook } from "./list-look.ts";

/** Which columns the list has, and how high its rows are. */
export function LookMenu() {
  const { hidden, density } = useListLook();
  return (
    <Popover
      label="Columns and density"
      align="end"
      className="w-64 p-3"
      trigger={(trigger) => (
        <Button {...trigger} size="sm" variant="quiet" icon={<SlidersHorizontal size={14} />}>
          Columns
        </Button>
      )}
    >
      <div className="flex flex-col gap-3">
        <SegmentedControl
          label="Height of rows"
          size="sm"
          segments={[
            { value: "compact", label: "Compact" },
            { value: "comfortable", label: "Comfortable" },
          ]}
          value={density}
          onValueChange={(next) => setListLook({ density: next })}
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 text-subtle text-xs">Columns</legend>
          {columnIds
            .filter((id) => id !== "name")
            .map((id) => (
              <Checkbox
                key={id}
                label={columnsById[id].label}
                checked={!hidden.includes(id)}
                onCheckedChange={(isShown) =>
                  setListLook({ hidden: isShown ? hidden.filter((one) => one !== id) : [...hidden, id] })
                }
              />
            ))}
        </fieldset>
        <p className="text-muted text-xs">
          Kept in this browser. A column without room for it is left out until there is some.
        </p>
        {hidden.length > 0 ? (
          <Button size="sm" onClick={() => setListLook({ hidden: [] })}>
            Show all columns
          </Button>
        ) : null}
      </div>
    </Popover>
  );
}
