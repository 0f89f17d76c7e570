import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ListMessages } from './list-messages.ts';
import * as dto from './messages.dto.ts';
import { ResendMessage } from './resend-message.ts';
import { UnreachableAddresses } from './unreachable-addresses.ts';

/** Sent messages and their delivery state. */
@ApiTags('messages')
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: ListMessages,
    private readonly resendMessage: ResendMessage,
    private readonly addresses: UnreachableAddresses,
  ) {}

  @Get('messages')
  @Permission('message.read')
  @ApiOkResponse({ type: dto.MessagesDto })
  list(@Query() filter: dto.MessagesQuery) {
    return this.messages.run(filter);
  }

  @Post('messages/:messageId/resend')
  @HttpCode(204)
  @Permission('message.send')
  @ApiNoContentResponse()
  resend(@Param('messageId', ParseUUIDPipe) id: string): Promise<void> {
    return this.resendMessage.run(id);
  }

  @Get('unreachable-addresses')
  @Permission('message.read')
  @ApiOkResponse({ type: [dto.UnreachableAddressDto] })
  unreachable(@Query() { organisationId }: dto.UnreachableAddressesQuery) {
    return this.addresses.list(organisationId ?? null);
  }

  @Post('unreachable-addresses/:addressId/clear')
  @HttpCode(204)
  @Permission('message.send')
  @ApiNoContentResponse()
  clear(@Param('addressId', ParseUUIDPipe) id: string): Promise<void> {
    return this.addresses.clear(id);
  }
}
