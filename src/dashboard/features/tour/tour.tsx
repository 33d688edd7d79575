import { Link } from "@tanstack/react-router";
import { FlaskConical, ShieldCheck, Workflow, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { setTourSeen, useTourSeen } from "./tour-store.ts";

type Stop = { title: string; icon: ReactNode; text: ReactNode };

const stops: readonly [Stop, ...Stop[]] = [
  {
    title: "Here the Buzz is play money",
    icon: <FlaskConical />,
    text: (
      <>
        You are in the sandbox, with a demo account and some 70 workflows to try everything on. The word beside the name
        and the line on top always say whether Buzz is real. Your own account is added under{" "}
        <StopLink to="/connections">Connections</StopLink>.
      </>
    ),
  },
  {
    title: "The price comes first",
    icon: <Workflow />,
    text: (
      <>
        Compose a chain of steps under <StopLink to="/workflows/new">New workflow</StopLink>: the price and which Buzz
        pays it stand beside it while you type. Nothing is spent before you press a button that names the amount.
      </>
    ),
  },
  {
    title: "What is withheld waits for you",
    icon: <ShieldCheck />,
    text: (
      <>
        Output that turns out mature waits on the <StopLink to="/release">Release desk</StopLink>, with what a release
        gives back and charges. Mature media stays hidden until you turn the switch at the top. Press ? for all keys.
      </>
    ),
  },
];

/** Three first steps beside the page, once. Nothing waits for them: they block no click and take no focus. */
export function Tour() {
  return useTourSeen() ? null : <Card />;
}

function Card() {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  // A step that was asked for is read from its top; the first one came by itself and leaves the focus alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step anew.
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
  }, [at]);
  const go = (to: number) => {
    hasMoved.current = true;
    setAt(to);
  };
  const { title, icon, text } = stops[at] ?? stops[0];
  const isLast = at === stops.length - 1;
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape") setTourSeen(true);
  };
  return (
    <aside
      aria-label="First steps"
      onKeyDown={leave}
      // Away from what spends: prices and their buttons stand at the right, on a narrow screen at the bottom.
      className="fixed z-10 flex w-90 max-w-[calc(100vw-32px)] animate-enter flex-col gap-2 rounded-lg bg-raised p-4 text-sm shadow-float max-md:top-48 max-md:right-4 md:bottom-4 md:left-16 lg:left-[216px]"
    >
      <div className="flex items-start gap-2">
        <span aria-hidden="true" className="mt-0.5 text-accent">
          {icon}
        </span>
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 font-medium text-base outline-none">
          {title}
        </h2>
        <IconButton label="Skip the first steps" size="sm" icon={<X />} onClick={() => setTourSeen(true)} />
      </div>
      <p className="text-muted">{text}</p>
      <div className="mt-1 flex items-center gap-2">
        <span className="mr-auto text-subtle text-xs">
          {at + 1} of {stops.length}
        </span>
        {at > 0 ? (
          <Button size="sm" variant="quiet" onClick={() => go(at - 1)}>
            Back
          </Button>
        ) : (
          <Button size="sm" variant="quiet" onClick={() => setTourSeen(true)}>
            Skip
          </Button>
        )}
        <Button size="sm" variant="primary" onClick={() => (isLast ? setTourSeen(true) : go(at + 1))}>
          {isLast ? "Done" : "Next"}
        </Button>
      </div>
    </aside>
  );
}

function StopLink({ to, children }: { to: "/connections" | "/workflows/new" | "/release"; children: ReactNode }) {
  return (
    <Link to={to} className="text-text underline underline-offset-2">
      {children}
    </Link>
  );
}
