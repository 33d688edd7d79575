import { getBlob, getBlobContent, getUploadUrl, headBlob, refreshBlob, uploadBlob } from "./blob-operations.ts";
import type { Operation } from "./operation.ts";
import { invokeRecipe } from "./recipe-operations.ts";
import { getWorkflowStep, patchWorkflowStep, updateWorkflowStep } from "./step-operations.ts";
import { addWorkflowTag, removeAllWorkflowTags, removeWorkflowTag } from "./tag-operations.ts";
import {
  deleteWorkflow,
  getWorkflow,
  patchWorkflow,
  queryWorkflows,
  submitWorkflow,
  updateWorkflow,
} from "./workflow-operations.ts";

/** Every operation of the consumer API that Baton speaks, in documentation order. */
export const operations = [
  submitWorkflow,
  queryWorkflows,
  getWorkflow,
  updateWorkflow,
  patchWorkflow,
  deleteWorkflow,
  addWorkflowTag,
  removeWorkflowTag,
  removeAllWorkflowTags,
  getWorkflowStep,
  updateWorkflowStep,
  patchWorkflowStep,
  invokeRecipe,
  getUploadUrl,
  uploadBlob,
  getBlob,
  headBlob,
  getBlobContent,
  refreshBlob,
] as const satisfies readonly Operation[];
