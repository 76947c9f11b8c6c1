import type * as vscode from "vscode";
import type { GivenMessage } from "./toTurns.ts";

/** A model as the editor lists it. */
export interface OfferedModel {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly detail: string;
  readonly tooltip: string;
  readonly maxInputTokens: number;
  readonly maxOutputTokens: number;
  readonly capabilities: { readonly toolCalling: boolean; readonly imageInput: boolean };
}

/** What a request asks for besides its messages. */
export interface RequestOptions {
  readonly modelOptions?: Readonly<Record<string, unknown>>;
  readonly tools?: readonly { readonly name: string; readonly description: string; readonly inputSchema?: object | undefined }[];
  /** 2: one of the tools must be called. */
  readonly toolMode?: number;
}

interface ChatProvider {
  readonly onDidChangeLanguageModelChatInformation: vscode.Event<void>;
  readonly provideLanguageModelChatInformation: (options: { readonly silent: boolean }, token: vscode.CancellationToken) => Thenable<readonly OfferedModel[]>;
  readonly provideLanguageModelChatResponse: (model: OfferedModel, messages: readonly GivenMessage[], options: RequestOptions, progress: vscode.Progress<vscode.LanguageModelTextPart | vscode.LanguageModelToolCallPart>, token: vscode.CancellationToken) => Thenable<void>;
  readonly provideTokenCount: (model: OfferedModel, text: string | GivenMessage, token: vscode.CancellationToken) => Thenable<number>;
}

/** Editors from 1.104 on take models from extensions (`vscode.d.ts` of that version); we load in older ones as well, where there are none. */
export interface LanguageModelApi {
  readonly registerLanguageModelChatProvider?: (vendor: string, provider: ChatProvider) => vscode.Disposable;
}
