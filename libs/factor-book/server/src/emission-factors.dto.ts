import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;

export const accountSystems = ['kostra', 'ns4102', 'dfo'] as const;

export class InThreeLanguagesDto {
  @ApiProperty() nb!: string;
  @ApiProperty() nn!: string;
  @ApiProperty() en!: string;
}

export class FactorDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['spend', 'activity'] }) kind!: 'spend' | 'activity';
  @ApiProperty({ type: String, nullable: true }) activity!: string | null;
  @ApiProperty({ description: 'Decimal text, in `unit`.' }) value!: string;
  @ApiProperty() unit!: string;
  @ApiProperty({ type: String, nullable: true }) ns4102!: string | null;
  @ApiProperty({ type: String, nullable: true }) dfo!: string | null;
  @ApiProperty() source!: string;
  @ApiProperty({ type: Number, nullable: true }) dataYear!: number | null;
  @ApiProperty({ type: String, nullable: true }) priceLevel!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: "The publisher's own figure, tonnes CO2e per million NOK in prices of the data year.",
  })
  publishedValue!: string | null;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ type: [String] }) kostraArts!: string[];
}

export class PriceIndexDto {
  @ApiProperty() dataYear!: string;
  @ApiProperty() priceLevel!: string;
}

export class FactorReleaseDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) title!: InThreeLanguagesDto;
  @ApiProperty({ type: InThreeLanguagesDto }) boundary!: InThreeLanguagesDto;
  @ApiProperty({ type: InThreeLanguagesDto }) changes!: InThreeLanguagesDto;
  @ApiProperty() region!: string;
  @ApiProperty() dataYear!: number;
  @ApiProperty({ type: Number, nullable: true }) revisedYear!: number | null;
  @ApiProperty() priceLevel!: string;
  @ApiProperty({ type: PriceIndexDto, nullable: true }) priceIndex!: PriceIndexDto | null;
  @ApiProperty() currency!: string;
  @ApiProperty({ enum: ['net', 'gross'] }) vatBasis!: string;
  @ApiProperty({ description: 'Whether the publisher states the VAT basis; when not, it is our reading.' })
  vatBasisStated!: boolean;
  @ApiProperty() unit!: string;
  @ApiProperty() licence!: string;
  @ApiProperty() licenceUrl!: string;
  @ApiProperty() sourceUrl!: string;
  @ApiProperty({ type: String, nullable: true }) repository!: string | null;
  @ApiProperty({ type: String, nullable: true }) repositoryCommit!: string | null;
  @ApiProperty({ description: 'SHA-256 of the file the release was read from.' }) sha256!: string;
  @ApiProperty({ type: [String], description: 'Must stand beside every figure made with these factors.' })
  attributions!: string[];
  @ApiProperty() ruleSet!: string;
  @ApiProperty({ type: [FactorDto] }) factors!: FactorDto[];
}

export class RuleFactorDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() value!: string;
  @ApiProperty() unit!: string;
}

export class AccountRuleDto {
  @ApiProperty({ enum: accountSystems }) system!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) name!: InThreeLanguagesDto;
  @ApiProperty({ enum: ['factor', 'ask', 'none', 'not-spend'] }) answer!: 'factor' | 'ask' | 'none' | 'not-spend';
  @ApiProperty({ type: InThreeLanguagesDto }) reason!: InThreeLanguagesDto;
  @ApiProperty({ type: RuleFactorDto, nullable: true }) factor!: RuleFactorDto | null;
  @ApiProperty({ type: [RuleFactorDto] }) candidates!: RuleFactorDto[];
  @ApiProperty({ description: 'The VAT rate taken out of a posting that is known to hold VAT.' }) grossVat!: string;
}

export class AccountQuery {
  @ApiProperty({ enum: accountSystems, required: false })
  @IsOptional()
  @IsIn(accountSystems)
  system?: string;
}

export class CompareQuery {
  @ApiProperty({ description: 'Words of the goods’ name, as sources call it.' })
  @IsString()
  @Length(2, 80)
  text!: string;
  @ApiProperty({ required: false, example: '1' }) @IsOptional() @Matches(DECIMAL) quantity?: string;
  @ApiProperty({ required: false, example: 'kg' }) @IsOptional() @IsString() @Length(1, 20) per?: string;
  @ApiProperty({ required: false, description: 'What the quantity costs, kroner without VAT.' })
  @IsOptional()
  @Matches(DECIMAL)
  kroner?: string;
}

export class ComparedFactorDto {
  @ApiProperty() setId!: string;
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What of it is measured, where one name has several.' })
  activity!: string | null;
  @ApiProperty() source!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) title!: InThreeLanguagesDto;
  @ApiProperty({ enum: ['spend', 'activity'] }) kind!: 'spend' | 'activity';
  @ApiProperty() value!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() per!: string;
  @ApiProperty({ description: 'Where the count ends.' }) boundary!: string;
  @ApiProperty({ enum: ['whole', 'upstream', 'direct'] }) stage!: string;
  @ApiProperty() region!: string;
  @ApiProperty({ type: Number, nullable: true }) dataYear!: number | null;
  @ApiProperty({ description: 'How it was made.' }) method!: string;
  @ApiProperty({ description: 'Per what: the unit, or the currency and its prices.' }) basis!: string;
  @ApiProperty({ type: String, nullable: true }) gsd!: string | null;
  @ApiProperty({ type: [String] }) flags!: string[];
  @ApiProperty() licence!: string;
  @ApiProperty() sourceUrl!: string;
  @ApiProperty({ type: String, nullable: true }) copiedFrom!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'kg CO2e of the example.' }) kg!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the example is multiplied by: kg per unit, or per krone at the prices of the factor.',
  })
  multiplier!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Kroner per unit of the factor’s currency in its data year, where it is another than kroner.',
  })
  rate!: string | null;
  @ApiProperty() inForce!: boolean;
}

export class FactorSetDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) title!: InThreeLanguagesDto;
  @ApiProperty({ type: InThreeLanguagesDto }) boundary!: InThreeLanguagesDto;
  @ApiProperty() region!: string;
  @ApiProperty() dataYear!: number;
  @ApiProperty() method!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({
    enum: ['purchaser', 'producer', 'basic'],
    type: String,
    nullable: true,
    description:
      'The price that its factors are per: what a buyer pays, what the producer gets, or that without taxes on products.',
  })
  priceBasis!: string | null;
  @ApiProperty({ description: 'Whether the publisher says so; when not, it is our reading.' })
  priceBasisStated!: boolean;
  @ApiProperty() priceLevel!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() licence!: string;
  @ApiProperty() licenceUrl!: string;
  @ApiProperty() sourceUrl!: string;
  @ApiProperty({ type: String, nullable: true }) copiedFrom!: string | null;
  @ApiProperty() sha256!: string;
  @ApiProperty({ type: [String] }) attributions!: string[];
  @ApiProperty() factors!: number;
  @ApiProperty() inForce!: number;
}

export class SeriesPointDto {
  @ApiProperty() year!: number;
  @ApiProperty() value!: string;
}

export class SeriesDto {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['price-index', 'exchange-rate'] }) kind!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) title!: InThreeLanguagesDto;
  @ApiProperty() source!: string;
  @ApiProperty() sourceUrl!: string;
  @ApiProperty() licence!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ type: [SeriesPointDto] }) points!: SeriesPointDto[];
}

export class PriceSharesDto {
  @ApiProperty() id!: string;
  @ApiProperty() setId!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) title!: InThreeLanguagesDto;
  @ApiProperty() source!: string;
  @ApiProperty() sourceUrl!: string;
  @ApiProperty() licence!: string;
  @ApiProperty() factors!: number;
}

export class FactorSetsDto {
  @ApiProperty({ type: [FactorSetDto] }) sets!: FactorSetDto[];
  @ApiProperty({ type: [SeriesDto] }) series!: SeriesDto[];
  @ApiProperty({
    type: [PriceSharesDto],
    description:
      'Shares of taxes and trade in what a buyer pays: what brings factors of other prices to purchaser’s prices.',
  })
  priceShares!: PriceSharesDto[];
}
