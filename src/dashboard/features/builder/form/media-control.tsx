import clsx from "clsx";
import { Images, Upload, X } from "lucide-react";
import { type ClipboardEvent, type DragEvent, Suspense, useId, useState } from "react";
import type { Field } from "#contract/catalogue/catalogue.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Spinner } from "#dashboard/ui/spinner.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { useFormScope } from "./form-context.ts";

type Props = { field: Field; value: unknown; onChange: (value: unknown) => void };

const accepted = {
  image: "image/jpeg,image/png,image/webp,image/gif",
  video: "video/mp4,video/webm",
  audio: "audio/*",
  model3d: "",
};

const PastOutputsDialog = lazyPart(async () => (await import("./past-outputs-dialog.tsx")).PastOutputsDialog);

/** A medium by address, by upload, by dropping or pasting a file, or one that an earlier workflow made. What was typed stays when an upload fails. */
export function MediaControl({ field, value, onChange }: Props) {
  const { upload } = useFormScope();
  const [isUploading, setUploading] = useState(false);
  const [isOver, setOver] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const inputId = useId();
  const medium = field.shape.kind === "text" ? field.shape.medium : undefined;

  // A data URL is thousands of characters of nothing to read, and is not edited by hand.
  const isInline = typeof value === "string" && value.startsWith("data:");

  const send = async (file: File | undefined) => {
    if (!file) return;
    setUploading(true);
    setProblem(undefined);
    try {
      onChange(await upload(file));
    } catch (error) {
      setProblem(`"${file.name}" was not uploaded. ${toApiProblem(error).message}`);
    } finally {
      setUploading(false);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    void send(file);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of several; the field and the button are the others.
    <div
      className={clsx("flex flex-col gap-1.5 rounded-md", isOver && "outline-2 outline-accent outline-offset-2")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <div className="flex gap-2">
        <TextField
          aria-label={field.label}
          placeholder="URL, or drop or paste a file"
          spellCheck={false}
          value={typeof value !== "string" ? "" : isInline ? `${value.slice(0, 48)}…` : value}
          readOnly={isUploading || isInline}
          onValueChange={(text) => onChange(text === "" ? undefined : text)}
          end={
            isInline ? (
              <IconButton size="xs" label={`Remove ${field.label}`} icon={<X />} onClick={() => onChange(undefined)} />
            ) : undefined
          }
        />
        <input
          id={inputId}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
          accept={medium ? accepted[medium] : undefined}
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <Button
          icon={isUploading ? <Spinner label="Uploading" /> : <Upload />}
          onClick={() => document.getElementById(inputId)?.click()}
        >
          Upload
        </Button>
        <IconButton
          variant="secondary"
          label={`Choose a past output for ${field.label}`}
          icon={<Images />}
          onClick={() => setChoosing(true)}
        />
      </div>
      {isChoosing ? (
        <Suspense fallback={null}>
          <PastOutputsDialog
            medium={medium}
            onClose={() => setChoosing(false)}
            onChoose={(url) => {
              setChoosing(false);
              onChange(url);
            }}
          />
        </Suspense>
      ) : null}
      {problem ? (
        <p role="alert" className="text-danger text-xs">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
