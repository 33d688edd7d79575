import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRef } from "react";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { Kbd } from "#dashboard/ui/kbd.tsx";
import type { PageCommand } from "#dashboard/ui/page-commands.ts";
import { fitOf } from "./fit-of.ts";

/** Something that can be gone to or done. */
export type PaletteCommand = PageCommand & {
  /** Further words to find it by. */
  keywords?: readonly string[];
  /** Shown only; the hotkey itself is registered where the action is. */
  keys?: string;
};

export type PaletteGroup = { label: string; commands: readonly PaletteCommand[] };

type Props = { groups: readonly PaletteGroup[]; onClose: () => void };

/** Every way and every action by a few letters. Loaded when it is first opened. */
export function CommandPalette({ groups, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog isOpen size="md" title="Go to, or do" onClose={onClose} initialFocus={input}>
      <Command label="Commands" className="flex flex-col gap-2 pb-3" loop filter={fitOf}>
        <span className="flex items-center gap-2 rounded-md border border-border-strong px-2.5">
          <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
          <Command.Input
            ref={input}
            placeholder="A screen, an action, a workflow"
            className="h-9 min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-subtle"
          />
        </span>
        <Command.List className="max-h-[50vh] overflow-auto">
          <Command.Empty className="px-2 py-4 text-muted text-sm">Nothing is called like that.</Command.Empty>
          {groups.map(({ label, commands }) => (
            <Command.Group
              key={label}
              heading={label}
              className="pb-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-subtle [&_[cmdk-group-heading]]:text-xs"
            >
              {commands.map((command) => (
                <Command.Item
                  key={command.id}
                  value={command.id}
                  keywords={[command.label, ...(command.keywords ?? [])]}
                  onSelect={() => {
                    // The focus goes back first, so that what opens next returns it there in the end.
                    onClose();
                    command.onSelect();
                  }}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm data-[selected=true]:bg-hover"
                >
                  <span aria-hidden="true" className="text-muted">
                    {command.icon}
                  </span>
                  <span className="min-w-0 flex-1 truncate">{command.label}</span>
                  {command.hint ? <span className="shrink-0 text-muted text-xs">{command.hint}</span> : null}
                  {command.keys ? <Kbd keys={command.keys} /> : null}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
