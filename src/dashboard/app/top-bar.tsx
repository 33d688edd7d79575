import { Link } from "@tanstack/react-router";
import { Monitor, Moon, Search, Sun } from "lucide-react";
import { useApi } from "#dashboard/api/api.ts";
import { useConnections } from "#dashboard/features/connections/connection-store.ts";
import { Bell } from "#dashboard/features/notifications/bell.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { Switch } from "#dashboard/ui/switch.tsx";
import { type Theme, useTheme } from "#dashboard/ui/use-theme.ts";
import { Balances } from "./balances.tsx";
import { EnvironmentWord } from "./environment.tsx";
import { setHideMature, useHideMature } from "./hide-mature.ts";
import { useSwitchConnection } from "./use-switch-connection.ts";

/** Which orchestrator this is, what the account holds, and the switches that hold everywhere. */
export function TopBar({ onPalette }: { onPalette: () => void }) {
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 border-border border-b bg-surface px-3 sm:px-4">
      <Link to="/workflows" className="font-semibold text-base tracking-tight">
        Baton
      </Link>
      <EnvironmentWord />
      <div className="flex flex-1 items-center gap-x-3 gap-y-1 max-md:order-1 max-md:basis-full max-md:flex-wrap max-md:pb-2">
        <ConnectionChoice />
        <Balances />
      </div>
      <div className="ml-auto flex min-h-12 items-center gap-3 sm:gap-4">
        <HideMatureSwitch />
        <span className="flex items-center">
          <IconButton
            label="Go to, or do"
            icon={<Search size={16} />}
            onClick={onPalette}
            aria-keyshortcuts="Control+K Meta+K"
          />
          <Bell />
          <ThemeButton />
        </span>
      </div>
    </header>
  );
}

/** The name of the connection, and the way to another one when there are several. */
function ConnectionChoice() {
  const { connections } = useConnections();
  const { connection } = useApi();
  const switchConnection = useSwitchConnection();
  if (connections.length === 1) return null;
  return (
    <span className="w-44">
      <Select
        aria-label="Connection"
        size="sm"
        value={connection.id}
        options={connections.map(({ id, label }) => ({ value: id, label }))}
        onValueChange={switchConnection}
      />
    </span>
  );
}

function HideMatureSwitch() {
  const isHidden = useHideMature();
  return (
    <Switch
      checked={isHidden}
      onCheckedChange={setHideMature}
      label={
        <span className="whitespace-nowrap">
          Hide<span className="max-sm:sr-only"> mature</span>
        </span>
      }
    />
  );
}

const themes: Record<Theme, { next: Theme; label: string; icon: typeof Sun }> = {
  system: { next: "light", label: "Theme: as the system; switch to light", icon: Monitor },
  light: { next: "dark", label: "Theme: light; switch to dark", icon: Sun },
  dark: { next: "system", label: "Theme: dark; switch to the system's", icon: Moon },
};

function ThemeButton() {
  const { theme, setTheme } = useTheme();
  const { next, label, icon: Icon } = themes[theme];
  return <IconButton label={label} icon={<Icon size={16} />} onClick={() => setTheme(next)} />;
}
