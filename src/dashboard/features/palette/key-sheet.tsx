import { Dialog } from "#dashboard/ui/dialog.tsx";
import { Kbd } from "#dashboard/ui/kbd.tsx";

/** What the keys do, by where they do it. No letter alone ever spends or releases. */
const sheet: readonly { place: string; keys: readonly [keys: string, does: string][] }[] = [
  {
    place: "Everywhere",
    keys: [
      ["mod+k", "Go to a screen or a workflow, or do something"],
      ["?", "This list"],
      ["escape", "Leave a dialog or a menu"],
      ["mod+enter", "Confirm the open dialog"],
    ],
  },
  {
    place: "Lists, release desk and spend",
    keys: [
      ["j", "Next row"],
      ["k", "Row before"],
      ["x", "Select the row; with Shift and a press, all up to it"],
      ["enter", "Open the row; on the desk, its release"],
      ["/", "Find: text in the list, a name on the desk, a tag in spend"],
    ],
  },
  {
    place: "Builder",
    keys: [
      ["mod+enter", "Run, for the price that is named"],
      ["mod+z", "Undo"],
      ["mod+shift+z", "Redo"],
      ["x", "Select the step under the focus for a group"],
      ["mod+c", "Copy the selected steps"],
      ["mod+v", "Paste steps"],
    ],
  },
  {
    place: "Outputs",
    keys: [
      ["arrowleft", "The output before"],
      ["arrowright", "The next output"],
    ],
  },
];

/** The keys, for who asks by `?`. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen title="Keys" size="lg" onClose={onClose}>
      <div className="grid gap-x-8 gap-y-4 pb-4 sm:grid-cols-2">
        {sheet.map(({ place, keys }) => (
          <section key={place} aria-label={place}>
            <h3 className="mb-1 font-medium text-sm">{place}</h3>
            <dl className="flex flex-col gap-1 text-sm">
              {keys.map(([key, does]) => (
                <div key={key} className="flex items-center gap-3">
                  <dt className="w-28 shrink-0">
                    <Kbd keys={key} />
                  </dt>
                  <dd className="text-muted">{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
