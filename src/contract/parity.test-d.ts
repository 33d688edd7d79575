import type * as Vendor from "@civitai/client";
import { expectTypeOf } from "vitest";
import type { Blob, UploadTicket } from "./blob.ts";
import type { Callback } from "./callbacks.ts";
import type { Cost, Transaction, TransactionSummary } from "./cost.ts";
import type { AccountType } from "./currency.ts";
import type { JsonPatch } from "./json-patch.ts";
import type { Rating } from "./mature.ts";
import type { BodyOf, QueryOf } from "./operation.ts";
import type { Problem } from "./problem.ts";
import type { Status } from "./status.ts";
import type { Job, Priority, Step, StepTemplate, StepUpdate } from "./step.ts";
import type { UpgradeMode, Workflow, WorkflowPage, WorkflowUpdate } from "./workflow.ts";
import type { getWorkflow, queryWorkflows, submitWorkflow } from "./workflow-operations.ts";

/*
 * Our shapes beside those of the vendor's own client, member by member, in both directions. Each difference is listed
 * with its reason: a member that is renamed on either side, or changes its type, fails `tsc -b`.
 */

/** The members that a type names, without its index signature. */
type Named<Type> = {
  [Key in keyof Type as string extends Key ? never : number extends Key ? never : Key]-?: Exclude<Type[Key], undefined>;
};
type Shared<Ours, Theirs> = keyof Named<Ours> & keyof Named<Theirs>;
/** The members of the vendor's that we do not know, or could not read. */
type Unread<Ours, Theirs> = {
  [Key in keyof Named<Theirs>]: Key extends keyof Named<Ours>
    ? Named<Theirs>[Key] extends Named<Ours>[Key]
      ? never
      : Key
    : Key;
}[keyof Named<Theirs>];
/** The members of ours that the vendor's client could not read when they are answered. */
type Misread<Ours, Theirs> = {
  [Key in Shared<Ours, Theirs>]: NonNullable<Named<Ours>[Key]> extends Named<Theirs>[Key] ? never : Key;
}[Shared<Ours, Theirs>];
/** The members of ours that the vendor does not know. */
type Added<Ours, Theirs> = Exclude<keyof Named<Ours>, keyof Named<Theirs>>;
/** The members that we demand, and the vendor's client may leave out. */
type Demanded<Ours, Theirs> = Exclude<Needed<Ours>, Needed<Theirs>>;
type Needed<Type> = {
  [Key in keyof Named<Type>]: Key extends keyof Type ? (undefined extends Type[Key] ? never : Key) : never;
}[keyof Named<Type>];

type WorkflowTemplate = BodyOf<typeof submitWorkflow>;
type Position = NonNullable<Job["queuePosition"]>;
type SubmitQuery = NonNullable<Vendor.SubmitWorkflowData["query"]>;
type ListQuery = NonNullable<Vendor.QueryWorkflowsData["query"]>;
type GetQuery = NonNullable<Vendor.GetWorkflowData["query"]>;
type KeysOfEach<Type> = Type extends unknown ? keyof Type : never;
type MediaMember = KeysOfEach<Vendor.ImageBlob | Vendor.VideoBlob | Vendor.AudioBlob | Vendor.Model3dBlob>;
type Event<Type extends { type: string[] }> = Type["type"][number];

// Values.
expectTypeOf<Vendor.WorkflowStatus>().toEqualTypeOf<Status>();
expectTypeOf<Vendor.Priority>().toEqualTypeOf<Priority>();
expectTypeOf<Vendor.WorkflowUpgradeMode>().toEqualTypeOf<UpgradeMode>();
expectTypeOf<Vendor.BuzzClientAccount>().toEqualTypeOf<AccountType>();
expectTypeOf<Vendor.NsfwLevel>().toEqualTypeOf<Rating>();
expectTypeOf<Vendor.JobSupport>().toEqualTypeOf<Position["support"]>();
expectTypeOf<Vendor.JsonPatchOperation["op"]>().toEqualTypeOf<JsonPatch[number]["op"]>();

// A server's answers, as we read them.
// A workflow that was deleted is not answered any more.
expectTypeOf<Unread<Workflow, Vendor.Workflow>>().toEqualTypeOf<"deletedAt">();
expectTypeOf<Unread<WorkflowPage, Vendor.QueryWorkflowsResponse>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Step, Vendor.WorkflowStep>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Job, Vendor.WorkflowStepJob>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Position, Vendor.WorkflowStepJobQueuePosition>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Cost, Vendor.WorkflowCost>>().toEqualTypeOf<never>();
expectTypeOf<Unread<TransactionSummary, Vendor.TransactionSummary>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Transaction, Vendor.TransactionInfo>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Blob, Vendor.ImageBlob>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Blob, Vendor.VideoBlob>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Blob, Vendor.AudioBlob>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Blob, Vendor.Model3dBlob>>().toEqualTypeOf<never>();
// Any text in the base of the blobs; ours is the four media of its children.
expectTypeOf<Unread<Blob, Vendor.Blob>>().toEqualTypeOf<"type">();
expectTypeOf<Unread<UploadTicket, Vendor.ConsumerBlobPresignResponse>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Problem, Vendor.ValidationProblemDetails>>().toEqualTypeOf<never>();

// The sandbox's answers, as the vendor's client reads them.
// The members of these may be missing, since hosted servers leave them out (decision 0002); they are compared one by one
// below. Callbacks come back with whatever events they were given.
expectTypeOf<Misread<Workflow, Vendor.Workflow>>().toEqualTypeOf<
  "steps" | "cost" | "transactions" | "tips" | "callbacks"
>();
expectTypeOf<Misread<WorkflowPage, Vendor.QueryWorkflowsResponse>>().toEqualTypeOf<"items">();
expectTypeOf<Misread<Step, Vendor.WorkflowStep>>().toEqualTypeOf<"jobs">();
expectTypeOf<Misread<Cost, Vendor.WorkflowCost>>().toEqualTypeOf<"tips">();
expectTypeOf<Misread<Job, Vendor.WorkflowStepJob>>().toEqualTypeOf<never>();
expectTypeOf<Misread<Position, Vendor.WorkflowStepJobQueuePosition>>().toEqualTypeOf<never>();
expectTypeOf<Misread<TransactionSummary, Vendor.TransactionSummary>>().toEqualTypeOf<never>();
expectTypeOf<Misread<Transaction, Vendor.TransactionInfo>>().toEqualTypeOf<never>();
expectTypeOf<Misread<NonNullable<Cost["tips"]>, Vendor.WorkflowCostTips>>().toEqualTypeOf<never>();
expectTypeOf<Misread<NonNullable<Workflow["tips"]>, Vendor.WorkflowTips>>().toEqualTypeOf<never>();
expectTypeOf<Misread<Blob, Vendor.Blob>>().toEqualTypeOf<never>();
expectTypeOf<Misread<UploadTicket, Vendor.ConsumerBlobPresignResponse>>().toEqualTypeOf<never>();
expectTypeOf<Misread<Problem, Vendor.ValidationProblemDetails>>().toEqualTypeOf<never>();

// What is answered and the vendor's types do not name.
expectTypeOf<Added<Workflow, Vendor.Workflow>>().toEqualTypeOf<never>();
// Input and output are members of each step type there; the reasons are answered and not documented; the preparation
// is newer than the client.
expectTypeOf<Added<Step, Vendor.WorkflowStep>>().toEqualTypeOf<"input" | "output" | "reason" | "preparation">();
expectTypeOf<Added<Job, Vendor.WorkflowStepJob>>().toEqualTypeOf<"reason" | "blockedReason">();
expectTypeOf<Added<Cost, Vendor.WorkflowCost>>().toEqualTypeOf<never>();
expectTypeOf<Added<TransactionSummary, Vendor.TransactionSummary>>().toEqualTypeOf<never>();
expectTypeOf<Added<Transaction, Vendor.TransactionInfo>>().toEqualTypeOf<never>();
expectTypeOf<Exclude<keyof Named<Blob>, MediaMember>>().toEqualTypeOf<never>();

// What the vendor's client sends, as the sandbox takes it.
// Nobody pays with "fakeRed".
expectTypeOf<Unread<WorkflowTemplate, Vendor.WorkflowTemplate>>().toEqualTypeOf<"currencies">();
expectTypeOf<Unread<StepTemplate, Vendor.WorkflowStepTemplate>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Callback, Vendor.WorkflowCallback>>().toEqualTypeOf<never>();
// Mature content can be allowed, and not be forbidden again.
expectTypeOf<Unread<WorkflowUpdate, Vendor.UpdateWorkflowRequest>>().toEqualTypeOf<"allowMatureContent">();
expectTypeOf<Unread<StepUpdate, Vendor.UpdateWorkflowStepRequest>>().toEqualTypeOf<never>();
expectTypeOf<Unread<QueryOf<typeof submitWorkflow>, SubmitQuery>>().toEqualTypeOf<never>();
expectTypeOf<Unread<QueryOf<typeof queryWorkflows>, ListQuery>>().toEqualTypeOf<never>();
expectTypeOf<Unread<QueryOf<typeof getWorkflow>, GetQuery>>().toEqualTypeOf<never>();

// Nothing is demanded that the vendor's client may leave out.
expectTypeOf<Demanded<WorkflowTemplate, Vendor.WorkflowTemplate>>().toEqualTypeOf<never>();
expectTypeOf<Demanded<StepTemplate, Vendor.WorkflowStepTemplate>>().toEqualTypeOf<never>();
expectTypeOf<Demanded<Callback, Vendor.WorkflowCallback>>().toEqualTypeOf<never>();
expectTypeOf<Demanded<WorkflowUpdate, Vendor.UpdateWorkflowRequest>>().toEqualTypeOf<never>();

// What we take and the vendor's client does not send.
expectTypeOf<Added<WorkflowTemplate, Vendor.WorkflowTemplate>>().toEqualTypeOf<never>();
// Input is a member of each step type there.
expectTypeOf<Added<StepTemplate, Vendor.WorkflowStepTemplate>>().toEqualTypeOf<"input">();
// The guide rewrites the input of a step that is unassigned; the published document does not say so.
expectTypeOf<Added<StepUpdate, Vendor.UpdateWorkflowStepRequest>>().toEqualTypeOf<"input">();
expectTypeOf<Added<WorkflowUpdate, Vendor.UpdateWorkflowRequest>>().toEqualTypeOf<never>();
expectTypeOf<Added<QueryOf<typeof submitWorkflow>, SubmitQuery>>().toEqualTypeOf<never>();
// The guide lists by status; excluding tags and waiting for a change are of a newer document.
expectTypeOf<Added<QueryOf<typeof queryWorkflows>, ListQuery>>().toEqualTypeOf<"status" | "excludeTags">();
expectTypeOf<Added<QueryOf<typeof getWorkflow>, GetQuery>>().toEqualTypeOf<"until">();
// These two statuses are told of by newer servers only.
expectTypeOf<
  Exclude<Event<Callback>, Event<Vendor.WorkflowCallback>>
>().toEqualTypeOf<`${"workflow" | "step" | "job"}:${"preparing" | "scheduled"}`>();
