import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, Database, type Config, type Role } from '@tallgrunn/platform';
import { addDays, limits, osloDate, type EmailTemplateText, type Language } from '@tallgrunn/values';
import { invitationEmail } from '../invitation-email.ts';
import type { InvitationKind } from './invitation-kinds.ts';
import { InvitationTemplateStore, requireInvitationTemplate } from './invitation-template-store.ts';

const DAY_MS = 86_400_000;

const samples: Readonly<Record<Language, { supplier: string; buyer: string; agreement: string }>> = {
  nb: { supplier: 'Eksempel Leverandør AS', buyer: 'Eksempel kommune', agreement: 'Eksempelavtale' },
  nn: { supplier: 'Døme Leverandør AS', buyer: 'Døme kommune', agreement: 'Dømeavtale' },
  en: { supplier: 'Example Supplier Ltd', buyer: 'Example municipality', agreement: 'Example agreement' },
};

const roles: Readonly<Record<InvitationKind, Role>> = {
  'invitation-supplier': 'supplier-clerk',
  'invitation-buyer': 'buyer',
  'invitation-cooperative': 'contract-manager',
  'invitation-reader': 'reader',
  'invitation-auditor': 'auditor',
};

/** Shows an invitation as it would look, with sample data and a link that leads nowhere. */
@Injectable()
export class PreviewInvitation {
  constructor(
    private readonly database: Database,
    private readonly templates: InvitationTemplateStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * `text`: a text that is not saved; null for the one in use.
   * @throws Problem 'template-invalid' | 'template-has-link' (422)
   */
  async run(
    kind: InvitationKind,
    language: Language,
    text: EmailTemplateText | null,
  ): Promise<{ subject: string; text: string }> {
    if (text) requireInvitationTemplate(text);
    const sender = await this.#sender();
    const { supplier, buyer, agreement } = samples[language];
    const today = osloDate(this.clock.now());
    const isAboutAgreements = kind === 'invitation-supplier' || kind === 'invitation-buyer';
    const email = invitationEmail({
      email: 'kari@example.org',
      role: roles[kind],
      organisation:
        kind === 'invitation-supplier' ? supplier : kind === 'invitation-buyer' ? buyer : sender.organisation,
      cooperative: sender.organisation,
      inviter: sender,
      subject: {
        agreements: isAboutAgreements ? [agreement] : [],
        report: kind === 'invitation-supplier' ? { periodKey: today.slice(0, 7), dueOn: addDays(today, 30) } : null,
        contact: null,
      },
      message: null,
      endsOn: kind === 'invitation-auditor' ? addDays(today, 90) : null,
      link: `${this.config.publicUrl}/invitation/…`,
      expiresAt: new Date(this.clock.now().getTime() + limits.invitation.daysOpen * DAY_MS),
      language,
      templates: { ...(await this.templates.find(kind)), ...(text && { [language]: text }) },
    });
    return { subject: email.subject, text: email.text };
  }

  /** The user as sender, for the cooperative. */
  async #sender(): Promise<{ name: string; email: string; organisation: string }> {
    const { personId, cooperativeId } = this.database.actor();
    const sender = await this.database.one<{ name: string; email: string; organisation: string }>(
      'select p.name, p.email, c.name as organisation from identity.person p join identity.cooperative c on c.id = $2 where p.id = $1',
      [personId, cooperativeId],
    );
    return sender ?? { name: '', email: '', organisation: '' };
  }
}
