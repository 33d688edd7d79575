import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Download, Ellipsis, Pencil, SquarePen, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";
import { saveFile } from "#dashboard/ui/save-file.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { SaveTemplateDialog } from "./save-template-dialog.tsx";
import { printTemplate, type Template } from "./template.ts";
import { removeTemplate, saveTemplate } from "./templates-query.ts";

/** What can be done with a template besides running it. */
export function TemplateActions({ template }: { template: Template }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [isNaming, setNaming] = useState(false);
  const exportFile = () => {
    const name = `${template.name.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase()}.template.json`;
    saveFile(name, new Blob([printTemplate(template)], { type: "application/json" }));
  };
  const remove = async () => {
    try {
      await removeTemplate(queryClient, template.id);
    } catch {
      toast({ title: `“${template.name}” was not deleted: the browser refused`, tone: "danger" });
      return;
    }
    void navigate({ to: "/templates", search: {} });
    toast({
      title: `The template “${template.name}” was deleted`,
      action: { label: "Undo", onPress: () => void saveTemplate(queryClient, template) },
    });
  };
  return (
    <div className="flex items-center gap-2">
      <Link
        to="/workflows/new"
        search={{ template: template.id }}
        className="inline-flex h-8 items-center gap-1.5 rounded-md border border-border bg-raised px-3 font-medium text-sm hover:bg-sunken"
      >
        <SquarePen className="size-4" /> Edit in the builder
      </Link>
      <Menu
        label={`Actions of ${template.name}`}
        trigger={(trigger) => (
          <IconButton {...trigger} label={`Actions of ${template.name}`} icon={<Ellipsis size={16} />} />
        )}
        items={[
          { id: "name", label: "Rename and describe", icon: <Pencil size={14} />, onSelect: () => setNaming(true) },
          { id: "export", label: "Export as a file", icon: <Download size={14} />, onSelect: exportFile },
          {
            id: "delete",
            label: "Delete",
            icon: <Trash2 size={14} />,
            isDanger: true,
            startsGroup: true,
            onSelect: () => void remove(),
          },
        ]}
      />
      {isNaming ? (
        <SaveTemplateDialog
          title="Rename and describe"
          start={template}
          onClose={() => setNaming(false)}
          onSaved={() => setNaming(false)}
        />
      ) : null}
    </div>
  );
}
