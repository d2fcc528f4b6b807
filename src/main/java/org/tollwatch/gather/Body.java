package org.tollwatch.gather;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;

/** Collects an answer as it comes in; stops one that grows too large. */
final class Body implements Response.Listener {

    /** More bytes than may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(int largest) {
            super("is larger than " + largest + " bytes");
        }
    }

    private final int largest;
    private final Budget budget;
    private final CompletableFuture<Hop> told;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Body(int largest, Budget budget, CompletableFuture<Hop> told) {
        this.largest = largest;
        this.budget = budget;
        this.told = told;
    }

    @Override
    public void onHeaders(Response response) {
        if (response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > largest) {
            response.abort(new TooLargeException(largest));
        }
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        if (bytes.size() + content.remaining() > largest) {
            response.abort(new TooLargeException(largest));
            return;
        }
        if (!budget.take(content.remaining())) {
            response.abort(new Budget.FullException());
            return;
        }
        byte[] part = new byte[content.remaining()];
        content.get(part);
        bytes.write(part, 0, part.length);
    }

    @Override
    public void onComplete(Result result) {
        budget.giveBack(bytes.size());
        if (result.isFailed()) {
            told.completeExceptionally(result.getFailure());
        } else {
            Response response = result.getResponse();
            told.complete(new Hop(response.getStatus(), response.getHeaders(), bytes.toByteArray()));
        }
    }
}
