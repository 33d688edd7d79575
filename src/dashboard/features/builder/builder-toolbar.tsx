import {
  Braces,
  Copy,
  Ellipsis,
  Eraser,
  Files,
  Grid3x3,
  Import,
  LayoutTemplate,
  List,
  Redo2,
  Undo2,
  Workflow,
} from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import type { CatalogueStepType } from "#contract/catalogue/catalogue.ts";
import { useApi } from "#dashboard/api/api.ts";
import { originOf } from "#dashboard/api/connection.ts";
import { type ExportKind, exportKinds, exportNames, exportText } from "#dashboard/display/export-text.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { copyText } from "#dashboard/ui/copy-text.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { Menu, type MenuItem } from "#dashboard/ui/menu.tsx";
import { usePageCommands } from "#dashboard/ui/page-commands.ts";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import { toast } from "#dashboard/ui/toast.ts";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { type Chain, emptyChain } from "./chain.ts";
import { writeTemplate } from "./chain-template.ts";
import { DraftsDialog } from "./drafts/drafts-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";

/** The ways to look at a chain. */
export type BuilderView = "list" | "graph" | "json";

const views: readonly { value: BuilderView; label: string; icon: ReactNode }[] = [
  { value: "list", label: "List", icon: <List size={14} /> },
  { value: "graph", label: "Graph", icon: <Workflow size={14} /> },
  { value: "json", label: "JSON", icon: <Braces size={14} /> },
];

type Props = {
  isEmpty: boolean;
  /** The chain at the time of the call: for each key stroke in it the toolbar would be drawn anew. */
  chainNow: () => Chain;
  stepTypes: readonly CatalogueStepType[];
  view: BuilderView;
  onView: (view: BuilderView) => void;
  onReplace: (chain: Chain) => void;
  /** The draft of this tab. */
  draftId: string;
  /** Go on with another draft; an id that nobody has is a new one. */
  onOpenDraft: (id: string) => void;
  onSaveTemplate: () => void;
  onRunGrid: () => void;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
};

/** What is done with the chain as a whole: look at it, take back, import, copy, start over. */
export const BuilderToolbar = memo(function BuilderToolbar(props: Props) {
  const { isEmpty, chainNow, stepTypes, view, onView, onReplace, draftId, onOpenDraft, canUndo, canRedo } = props;
  const { connection } = useApi();
  const [isListing, setListing] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const whenEmpty = isEmpty ? { disabledReason: "There is nothing on the workbench." } : {};
  const undo = () => {
    props.onUndo();
    announce("Undone.");
  };
  const redo = () => {
    props.onRedo();
    announce("Done again.");
  };
  // The text editor has a history of its own.
  useHotkey("mod+z", () => !isInEditor() && canUndo && undo(), { evenWhileTyping: true });
  useHotkey("mod+shift+z", () => !isInEditor() && canRedo && redo(), { evenWhileTyping: true });
  useHotkey("mod+y", () => !isInEditor() && canRedo && redo(), { evenWhileTyping: true });
  const more: MenuItem[] = [
    {
      id: "template",
      label: "Save as template",
      icon: <LayoutTemplate size={14} />,
      ...whenEmpty,
      onSelect: props.onSaveTemplate,
    },
    {
      id: "grid",
      label: "Run with several values",
      icon: <Grid3x3 size={14} />,
      ...whenEmpty,
      onSelect: props.onRunGrid,
    },
    {
      id: "new",
      label: "Start over",
      icon: <Eraser size={14} />,
      startsGroup: true,
      ...whenEmpty,
      onSelect: () => onReplace(emptyChain()),
    },
  ];
  usePageCommands([
    ...(canUndo ? [{ id: "undo", label: "Undo", icon: <Undo2 />, onSelect: undo }] : []),
    ...(canRedo ? [{ id: "redo", label: "Redo", icon: <Redo2 />, onSelect: redo }] : []),
    ...views
      .filter(({ value }) => value !== view)
      .map(({ value, label, icon }) => ({
        ...{ id: value, label: `View: ${label}`, icon },
        onSelect: () => onView(value),
      })),
    { id: "drafts", label: "Drafts", icon: <Files />, onSelect: () => setListing(true) },
    { id: "import", label: "Import", icon: <Import />, onSelect: () => setImporting(true) },
    ...(isEmpty ? [] : more),
  ]);
  return (
    <div className="ml-auto flex flex-wrap items-center gap-1.5" role="toolbar" aria-label="Chain">
      <IconButton
        size="sm"
        label="Undo"
        icon={<Undo2 size={16} />}
        onClick={undo}
        {...(canUndo ? {} : { disabledReason: "Nothing to take back." })}
      />
      <IconButton
        size="sm"
        label="Redo"
        icon={<Redo2 size={16} />}
        onClick={redo}
        {...(canRedo ? {} : { disabledReason: "Nothing was taken back." })}
      />
      <SegmentedControl label="View" size="sm" segments={views} value={view} onValueChange={onView} />
      <Button size="sm" icon={<Files size={14} />} onClick={() => setListing(true)}>
        Drafts
      </Button>
      <Button size="sm" icon={<Import size={14} />} onClick={() => setImporting(true)}>
        Import
      </Button>
      <CopyMenu chainNow={chainNow} isEmpty={isEmpty} />
      <Menu
        label="More"
        trigger={(trigger) => <IconButton {...trigger} size="sm" label="More" icon={<Ellipsis size={16} />} />}
        items={more}
      />
      <DraftsDialog
        isOpen={isListing}
        connectionId={connection.id}
        currentId={draftId}
        onClose={() => setListing(false)}
        onOpen={(id) => {
          setListing(false);
          if (id !== draftId) onOpenDraft(id);
        }}
        onNew={() => {
          setListing(false);
          onOpenDraft(crypto.randomUUID());
        }}
      />
      <ImportDialog
        isOpen={isImporting}
        stepTypes={stepTypes}
        replaces={!isEmpty}
        onClose={() => setImporting(false)}
        onImport={(imported, from, note) => {
          setImporting(false);
          onReplace(imported);
          // What is new on the workbench is plain to see; only what gave way to it is not.
          if (isEmpty && !note) announce(`Imported from ${from}.`);
          else {
            const title = `Imported from ${from}`;
            toast({ title, ...(note ? { description: note } : {}), action: { label: "Undo", onPress: undo } });
          }
        }}
      />
    </div>
  );
});

function CopyMenu({ chainNow, isEmpty }: { chainNow: () => Chain; isEmpty: boolean }) {
  const { connection } = useApi();
  const copy = async (kind: ExportKind) => {
    const chain = chainNow();
    const template = writeTemplate(chain);
    if (!template) return toast({ title: "Not copied: the metadata is no JSON object yet" });
    const text = exportText(kind, template, originOf(connection), chain.settings.waitSeconds);
    if (await copyText(text)) toast({ title: `Copied as ${exportNames[kind]}` });
  };
  return (
    <Menu
      label="Copy as"
      trigger={(trigger) => (
        <Button
          {...trigger}
          size="sm"
          icon={<Copy size={14} />}
          {...(isEmpty ? { disabledReason: "There is nothing on the workbench." } : {})}
        >
          Copy as
        </Button>
      )}
      items={exportKinds.map((kind) => ({ id: kind, label: exportNames[kind], onSelect: () => void copy(kind) }))}
    />
  );
}

function isInEditor(): boolean {
  return document.activeElement?.closest(".cm-editor") !== null && document.activeElement !== null;
}
