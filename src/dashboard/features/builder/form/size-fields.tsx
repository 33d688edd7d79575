import { RectangleHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import type { Field } from "#contract/catalogue/catalogue.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";

type Props = {
  width: Field;
  height: Field;
  members: Record<string, unknown>;
  onChange: (members: Record<string, unknown>) => void;
  editorOf: (field: Field) => ReactNode;
};

const presets: [label: string, width: number, height: number][] = [
  ["Square 512 × 512", 512, 512],
  ["Square 1024 × 1024", 1024, 1024],
  ["Portrait 832 × 1216", 832, 1216],
  ["Portrait 768 × 1344", 768, 1344],
  ["Landscape 1216 × 832", 1216, 832],
  ["Wide 1344 × 768", 1344, 768],
];

/** Width and height side by side, with usual sizes that the variant allows. */
export function SizeFields({ width, height, members, onChange, editorOf }: Props) {
  const allowed = presets.filter(([, wide, tall]) => fits(width, wide) && fits(height, tall));
  return (
    <div className="flex items-end gap-2">
      <div className="grid flex-1 grid-cols-2 gap-3">
        {editorOf(width)}
        {editorOf(height)}
      </div>
      {allowed.length > 0 ? (
        <Menu
          label="Usual sizes"
          trigger={(trigger) => (
            <IconButton {...trigger} label="Usual sizes" variant="secondary" icon={<RectangleHorizontal />} />
          )}
          items={allowed.map(([label, wide, tall]) => ({
            id: label,
            label,
            onSelect: () => onChange({ ...members, [width.name]: wide, [height.name]: tall }),
          }))}
        />
      ) : null}
    </div>
  );
}

function fits({ shape }: Field, value: number): boolean {
  return shape.kind === "number" && value >= (shape.min ?? 0) && value <= (shape.max ?? Number.POSITIVE_INFINITY);
}
