import { Handle, Position } from "@xyflow/react";
import clsx from "clsx";
import { AlignLeft, AudioLines, Box, Braces, Hash, Image, type LucideIcon, Play } from "lucide-react";
import type { OutputPort } from "#contract/catalogue/catalogue.ts";
import type { InputPort } from "./graph-model.ts";

type PortKind = OutputPort["kind"];

/** What flows through a port, told by its shape: never by colour alone. */
const icons: Record<PortKind, LucideIcon> = {
  image: Image,
  video: Play,
  audio: AudioLines,
  model3d: Box,
  text: AlignLeft,
  number: Hash,
  data: Braces,
};

const row = "relative flex h-[22px] items-center px-3.5 text-muted text-xs";

type Props = { kind: PortKind; label: string; path: string; isConnected: boolean };

/** Where an output can be led in. */
export function InPort({ kind, label, path, isConnected }: Props) {
  return (
    <div className={row}>
      <PortHandle type="target" kind={kind} path={path} isConnected={isConnected} />
      <span className="truncate">{label}</span>
    </div>
  );
}

/** Where an output leads out. */
export function OutPort({ kind, label, path, isConnected }: Props) {
  return (
    <div className={clsx(row, "justify-end")}>
      <span className="truncate">
        {label} <span className="text-subtle">{kind === "model3d" ? "3D model" : kind}</span>
      </span>
      <PortHandle type="source" kind={kind} path={path} isConnected={isConnected} />
    </div>
  );
}

function PortHandle({ type, kind, path, isConnected }: Omit<Props, "label"> & { type: "source" | "target" }) {
  const Icon = icons[kind];
  return (
    <Handle
      type={type}
      position={type === "target" ? Position.Left : Position.Right}
      id={path}
      className={clsx(
        "!flex !size-[18px] !items-center !justify-center !rounded-sm !border !bg-surface hover:!border-accent hover:!text-accent",
        isConnected ? "!border-accent !text-accent" : "!border-border-strong !text-muted",
      )}
    >
      {/* The handle is what is dragged; its picture must not catch the press. */}
      <Icon size={11} className="pointer-events-none" aria-hidden="true" />
    </Handle>
  );
}

/** What an input takes, as far as one picture can tell. */
export function kindOfInput({ field }: InputPort): PortKind {
  const { shape, control } = field;
  if (shape.kind === "number") return "number";
  if (control === "media") return (shape.kind === "text" && shape.medium) || "data";
  return shape.kind === "text" ? "text" : "data";
}
