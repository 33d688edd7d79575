import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useConnections } from "#dashboard/features/connections/connection-store.ts";
import { keepOnly } from "#dashboard/features/notifications/watch-store.ts";
import { Watcher } from "#dashboard/features/notifications/watcher.tsx";
import { useTourSeen } from "#dashboard/features/tour/tour-store.ts";
import { keepViewsOf } from "#dashboard/features/workflow-list/saved-views.ts";
import { lazyPart, loadAhead, whenIdle } from "#dashboard/ui/lazy-part.ts";
import { Toaster } from "#dashboard/ui/toaster.tsx";
import { Commands, useCommands } from "./commands.tsx";
import { EnvironmentLine } from "./environment.tsx";
import { OfflineNotice } from "./offline-notice.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";

const Tour = lazyPart(async () => (await import("#dashboard/features/tour/tour.tsx")).Tour);

/** The frame around every screen. */
export function Shell() {
  const commands = useCommands();
  useLoadAhead();
  const { connections } = useConnections();
  useEffect(() => {
    const ids = connections.map(({ id }) => id);
    keepOnly(ids);
    keepViewsOf(ids);
  }, [connections]);
  return (
    <div className="flex h-dvh flex-col bg-canvas text-text">
      <a
        href="#main"
        className="sr-only z-10 rounded-md bg-raised px-3 py-2 text-sm focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      {useTourSeen() ? null : (
        <Suspense>
          <Tour />
        </Suspense>
      )}
      <EnvironmentLine />
      <TopBar onPalette={() => commands.onOpen("palette")} />
      <OfflineNotice />
      <div className="flex min-h-0 flex-1 max-sm:flex-col-reverse">
        <Rail />
        <Main />
      </div>
      <Commands {...commands} />
      <Watcher />
      <Toaster />
    </div>
  );
}

/** The code of the other screens comes once this one stands: without a network they can still be opened. */
function useLoadAhead(): void {
  const router = useRouter();
  useEffect(
    () =>
      whenIdle(() => {
        loadAhead(Object.values(router.routesById).map((route) => async () => router.loadRouteChunk(route)));
      }),
    [router],
  );
}

/** Where the screens are. A new screen takes the focus, so that the keyboard and the screen reader follow. */
function Main() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <main
      ref={main}
      id="main"
      tabIndex={-1}
      className="flex min-h-0 min-w-0 flex-1 flex-col overflow-auto outline-none"
    >
      <Outlet />
    </main>
  );
}
