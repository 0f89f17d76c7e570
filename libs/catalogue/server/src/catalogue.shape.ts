import { ApiProperty } from '@nestjs/swagger';

export class NamesShape {
  @ApiProperty() nb!: string;
  @ApiProperty() nn!: string;
  @ApiProperty() en!: string;
}

export class AccountShape {
  @ApiProperty({ enum: ['kostra', 'ns4102', 'dfo'] }) system!: string;
  @ApiProperty() code!: string;
}

export class CategoryShape {
  @ApiProperty() code!: string;
  @ApiProperty({ type: NamesShape }) name!: NamesShape;
  @ApiProperty({ type: [String], description: 'CPV codes by prefix; the longest that fits decides.' }) cpvPrefixes!: string[];
  @ApiProperty({ type: [AccountShape] }) accounts!: AccountShape[];
}
