import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { type ReactNode, type RefObject, useState } from "react";

type ComboboxPopupProps = {
  anchor: RefObject<HTMLElement | null>;
  emptyText: string;
  children: (value: string) => ReactNode;
};

/** The list below the box, shared by the combobox for one value and the field for several. */
export function ComboboxPopup({ anchor, emptyText, children }: ComboboxPopupProps) {
  // Inside the dialog or popover that holds the box: what is in the page's body lies below the top layer.
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={(mark) => setHome(mark?.closest<HTMLElement>("dialog, [popover]") ?? null)} hidden />
      <Combobox.Portal container={home ?? undefined}>
        <Combobox.Positioner anchor={anchor} sideOffset={4} positionMethod="fixed" className="z-10 outline-none">
          <Combobox.Popup className="w-[max(var(--anchor-width),12rem)] max-w-(--available-width) rounded-md bg-raised text-sm text-text shadow-float">
            <Combobox.Empty className="px-3 py-2 text-muted empty:hidden">{emptyText}</Combobox.Empty>
            <Combobox.List className="max-h-[min(var(--available-height),20rem)] overflow-y-auto overscroll-contain p-1 outline-none empty:p-0">
              {(value: string) => (
                <Combobox.Item
                  key={value}
                  value={value}
                  className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 data-highlighted:bg-hover"
                >
                  <span className="min-w-0 flex-1">{children(value)}</span>
                  <Combobox.ItemIndicator className="flex text-accent">
                    <Check className="size-3.5" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </>
  );
}
