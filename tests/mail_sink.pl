#!/usr/bin/perl
# mail_sink.pl - a mail server that keeps what it gets: perl mail_sink.pl PORTFILE FOLDER
#
# Listens on a free port of 127.0.0.1, which it writes into PORTFILE, and puts each mail into
# FOLDER/RECIPIENT.N, as it came in.  Until it is killed.
use strict;
use warnings;
use IO::Socket::INET;

my ($port, $folder) = @ARGV;
my $server = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1') or die "mail_sink: $@\n";
my $n = 0;

open my $out, '>', "$port~" or die "$port: $!\n";
print $out $server->sockport, "\n";
close $out;
rename "$port~", $port or die "$port: $!\n";

while (my $client = $server->accept) {
	my ($to, $mail) = ('nobody', '');
	print $client "220 here\r\n";
	while (my $line = <$client>) {
		$to = $1 if $line =~ /^RCPT TO:<([\w.@-]+)>/i;
		if ($line =~ /^DATA/i) {
			print $client "354 go on\r\n";
			while (($line = <$client>) ne ".\r\n") {
				$line =~ s/^\.//;
				$line =~ s/\r\n$/\n/;
				$mail .= $line;
			}
			my $file = "$folder/$to." . ++$n;
			open my $kept, '>', "$file~" or die "$file: $!\n";
			print $kept $mail;
			close $kept;
			rename "$file~", $file or die "$file: $!\n";
		}
		print $client $line =~ /^QUIT/i ? "221 bye\r\n" : "250 so be it\r\n";
		last if $line =~ /^QUIT/i;
	}
	close $client;
}
