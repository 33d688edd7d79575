import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BellRing, Bookmark, EyeOff, Footprints, Keyboard, PlugZap, SunMoon, Workflow } from "lucide-react";
import { useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { everything } from "#dashboard/api/list-filter.ts";
import { liveHeadQuery } from "#dashboard/api/list-queries.ts";
import { listRows } from "#dashboard/api/list-row.ts";
import { shortId, statusWord } from "#dashboard/display/words.ts";
import { useConnections } from "#dashboard/features/connections/connection-store.ts";
import { setBrowserNotices, useBrowserNotices } from "#dashboard/features/notifications/browser-notices.ts";
import { CommandPalette, type PaletteGroup } from "#dashboard/features/palette/command-palette.tsx";
import { setTourSeen } from "#dashboard/features/tour/tour-store.ts";
import { readViews } from "#dashboard/features/workflow-list/saved-views.ts";
import { readPageCommands } from "#dashboard/ui/page-commands.ts";
import { type Theme, useTheme } from "#dashboard/ui/use-theme.ts";
import { setHideMature, useHideMature } from "./hide-mature.ts";
import { screensOf } from "./rail.tsx";
import { useSwitchConnection } from "./use-switch-connection.ts";

const themeNames: Record<Theme, string> = { system: "as the system", light: "light", dark: "dark" };

/** Everything that can be gone to or done from anywhere, by its name. */
export function Palette({ onKeys, onClose }: { onKeys: () => void; onClose: () => void }) {
  const api = useApi();
  const navigate = useNavigate();
  const { connections, active } = useConnections();
  const switchConnection = useSwitchConnection();
  const isHidden = useHideMature();
  const { theme, setTheme } = useTheme();
  const { data: head } = useQuery({ ...liveHeadQuery(api, everything, listRows), staleTime: 30_000 });
  const views = readViews();
  const outside = useBrowserNotices();
  const [here] = useState(readPageCommands);
  const groups: PaletteGroup[] = [
    ...(here.length > 0
      ? [{ label: "On this page", commands: here.map((command) => ({ ...command, id: `here ${command.id}` })) }]
      : []),
    {
      label: "Screens",
      commands: screensOf(api.connection.kind).map(({ to, label, icon }) => ({
        id: `go ${to}`,
        label,
        icon,
        onSelect: () => void navigate({ to, search: {} }),
      })),
    },
    ...(views.length > 0
      ? [
          {
            label: "Saved views",
            commands: views.map(({ name, search }) => ({
              id: `view ${name}`,
              label: name,
              icon: <Bookmark size={16} />,
              onSelect: () => void navigate({ to: "/workflows", search }),
            })),
          },
        ]
      : []),
    {
      label: "Actions",
      commands: [
        {
          id: "hide mature",
          label: isHidden ? "Show mature media, blurred" : "Hide mature media",
          icon: <EyeOff size={16} />,
          onSelect: () => setHideMature(!isHidden),
        },
        ...(["system", "light", "dark"] as const)
          .filter((one) => one !== theme)
          .map((one) => ({
            id: `theme ${one}`,
            label: `Theme: ${themeNames[one]}`,
            icon: <SunMoon size={16} />,
            onSelect: () => setTheme(one),
          })),
        ...connections
          .filter(({ id }) => id !== active.id)
          .map(({ id, label, kind }) => ({
            id: `connect ${id}`,
            label: `Switch to ${label}`,
            hint: kind === "hosted" ? "Live" : "Sandbox",
            icon: <PlugZap size={16} />,
            onSelect: () => switchConnection(id),
          })),
        ...(outside === "on" || outside === "off"
          ? [
              {
                id: "outside",
                label: outside === "on" ? "Tell me on this page only" : "Tell me outside this tab, too",
                hint: "Notifications",
                icon: <BellRing size={16} />,
                onSelect: () => void setBrowserNotices(outside === "off"),
              },
            ]
          : []),
        {
          id: "tour",
          label: "Show the first steps",
          icon: <Footprints size={16} />,
          onSelect: () => setTourSeen(false),
        },
        { id: "keys", label: "Keys", keys: "?", icon: <Keyboard size={16} />, onSelect: onKeys },
      ],
    },
    {
      label: "Last workflows",
      commands: (head?.items ?? []).slice(0, 20).map(({ id, name, status, tags }) => ({
        id,
        label: name ?? shortId(id),
        hint: statusWord(status),
        keywords: tags,
        icon: <Workflow size={16} />,
        onSelect: () => void navigate({ to: "/workflows/$workflowId", params: { workflowId: id } }),
      })),
    },
  ];
  return <CommandPalette groups={groups} onClose={onClose} />;
}
