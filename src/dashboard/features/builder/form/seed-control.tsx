import { Dices } from "lucide-react";
import type { Shape } from "#contract/catalogue/catalogue.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";

type Props = {
  value: unknown;
  shape: Extract<Shape, { kind: "number" }>;
  onChange: (value: number | undefined) => void;
};

/** A seed: empty is a random one, which is fixed when the price is asked for, so that what was priced is what runs. */
export function SeedControl({ value, shape, onChange }: Props) {
  return (
    <div className="flex gap-2">
      <NumberField
        aria-label="Seed"
        value={typeof value === "number" ? value : undefined}
        placeholder="Random"
        min={shape.min ?? 0}
        {...(shape.max === undefined ? {} : { max: shape.max })}
        onValueChange={onChange}
      />
      <Button icon={<Dices />} onClick={() => onChange(typeof value === "number" ? undefined : randomSeed(shape.max))}>
        {typeof value === "number" ? "Random" : "Fix"}
      </Button>
    </div>
  );
}

/** A seed that every engine takes: up to 2^31 - 1, or less where the field says so. */
function randomSeed(max: number | undefined): number {
  return Math.floor(Math.random() * Math.min(max ?? Number.POSITIVE_INFINITY, 2 ** 31 - 1));
}
