/** GET /api/v1/invitations/:token: what a personal link opens. */
export interface OpenInvitation {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly inviter: string | null;
  readonly email: string;
  readonly expiresAt: string;
  readonly dutyId: string | null;
  readonly hasAccount: boolean;
}
